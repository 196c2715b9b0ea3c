package dev.seamless.tour.report;

import dev.seamless.tour.history.Violation.Kind;
import dev.seamless.tour.timeline.Latency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table at the end. */
public final class Table {

    private static final String LINE = "%-32s %8s %9s %8s %9s %9s %7s %6s  %s%n";

    private Table() {}

    /** The table of a result, as text. */
    public static String of(Result result) {
        StringBuilder text = new StringBuilder();
        text.append(line("move", "seconds", "requests", "failed", "p50 ms", "p99 ms", "shapes", "lost", ""));
        for (Leg leg : result.legs()) {
            text.append(line(
                    leg.span().label(),
                    "%.1f".formatted(leg.span().seconds()),
                    String.valueOf(leg.requests()),
                    String.valueOf(leg.failed()),
                    millis(leg.latency(), leg.latency().p50()),
                    millis(leg.latency(), leg.latency().p99()),
                    String.valueOf(leg.violations(Kind.WRONG_SHAPE)),
                    String.valueOf(leg.violations(Kind.LOST)),
                    leg.note()));
        }
        Latency quiet = result.figures().quiet();
        Latency starting = result.figures().starting();
        text.append(System.lineSeparator());
        text.append("quiet: p50 %.1f ms, p99 %.1f ms; beside a JVM that starts: p50 %.1f ms, p99 %.1f ms%n"
                .formatted(quiet.p50(), quiet.p99(), starting.p50(), starting.p99()));
        text.append(
                "%,d writes acknowledged, %,d values read, both columns compared %d times; %,d requests of old apps below the floor%n"
                        .formatted(result.acknowledged(), result.reads(), result.looks(), result.earned()));
        text.append("violations: ").append(counts(result)).append(System.lineSeparator());
        text.append("failed requests: ").append(told(result.figures().failures(false)));
        if (result.chaos()) {
            text.append("; while something went wrong on purpose: ")
                    .append(told(result.figures().failures(true)));
        }
        text.append(System.lineSeparator());
        text.append("tried twice, or ended by itself: ")
                .append(told(result.figures().setbacks(false)));
        if (result.chaos()) {
            text.append("; beside what went wrong on purpose: ")
                    .append(told(result.figures().setbacks(true)));
        }
        text.append(System.lineSeparator());
        result.violations().stream()
                .limit(10)
                .forEach(violation -> text.append("  ").append(violation).append(System.lineSeparator()));
        if (result.ended() != null) {
            text.append("The tour could not go on: ").append(result.ended()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, LINE, cells);
    }

    /** Nothing where too few requests were measured. */
    static String millis(Latency latency, double millis) {
        return latency.requests() < 20 ? "-" : "%.1f".formatted(millis);
    }

    private static String counts(Result result) {
        return result.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().plural())
                .collect(Collectors.joining(", "));
    }

    private static String told(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
