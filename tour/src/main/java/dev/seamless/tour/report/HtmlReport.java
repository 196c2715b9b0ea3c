package dev.seamless.tour.report;

import static dev.seamless.tour.report.Cells.number;

import dev.seamless.tour.history.Violation;
import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Span.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A page that needs nothing but itself. */
public final class HtmlReport {

    private final Result result;
    private final Figures figures;
    private final Seconds seconds;
    private final List<Span> moves;

    private HtmlReport(Result result) {
        this.result = result;
        this.figures = result.figures();
        this.seconds = new Seconds(figures.samples());
        this.moves = result.legs().stream().map(Leg::span).toList();
    }

    /** The page of a result. */
    public static String of(Result result) throws IOException {
        return new HtmlReport(result).page();
    }

    private String page() throws IOException {
        return resource("report.html")
                .replace("${verdict}", result.isClean() ? "Nobody noticed." : "Somebody noticed.")
                .replace("${mood}", result.isClean() ? "good" : "bad")
                .replace("${subtitle}", subtitle())
                .replace("${tiles}", tiles())
                .replace("${latency}", latency())
                .replace("${throughput}", throughput())
                .replace("${moves}", rows())
                .replace("${quiet}", comparison())
                .replace("${violations}", violations());
    }

    private String subtitle() {
        return "The %s way, seed %d, %s; %.0f seconds."
                .formatted(
                        result.way(),
                        result.seed(),
                        result.chaos() ? "with kill -9, SIGSTOP and restarts of the database" : "without chaos",
                        result.seconds());
    }

    private String tiles() {
        long wrong = result.violations().size();
        return tile(number(figures.samples().size()), "requests")
                + tile(number(result.acknowledged()), "writes acknowledged")
                + tile(number(result.reads()), "values read")
                + tile(number(wrong), "violations of the history")
                + tile(number(result.unearned()), "requests failed")
                + (result.chaos()
                        ? tile(
                                number(figures.failures(true).values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()),
                                "failed in chaos, none acknowledged")
                        : "")
                + tile(number(result.earned()), "old apps told to upgrade");
    }

    private static String tile(String number, String label) {
        return "<div class='tile'><b>" + number + "</b><span>" + label + "</span></div>";
    }

    private String latency() {
        List<Double> p99 = seconds.p99();
        return background("latency", Scale.powersOfTen(most(p99)))
                .line(p99, "p99")
                .line(seconds.p50(), "p50")
                .svg();
    }

    private String throughput() {
        List<Double> served = seconds.of(Outcome.SERVED);
        return background("throughput", Scale.linear(most(served)))
                .line(served, "served")
                .line(seconds.of(Outcome.EARNED), "earned")
                .bars(seconds.of(Outcome.FAILED), "failed")
                .svg();
    }

    private static double most(List<Double> values) {
        return values.isEmpty() ? 1 : Collections.max(values);
    }

    /** From the time on at which clients come. */
    private Chart background(String title, Scale scale) {
        double first = moves.isEmpty() ? 0 : moves.get(0).from() / 1e9;
        return new Chart(title, first, seconds.count(), scale)
                .bands(figures.spans(Kind.START), "start")
                .bands(figures.spans(Kind.CHAOS), "chaos")
                .axes()
                .numbers(moves);
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (Leg leg : result.legs()) {
            number++;
            rows.append(
                    "<tr><td>%d</td><td class='name'>%s</td><td>%.1f</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%d</td><td class='name'>%s</td></tr>%n"
                            .formatted(
                                    number,
                                    Html.escaped(leg.span().label()),
                                    leg.span().seconds(),
                                    number(leg.requests()),
                                    number(leg.failed()),
                                    millis(leg.latency(), leg.latency().p50()),
                                    millis(leg.latency(), leg.latency().p99()),
                                    leg.violations(Violation.Kind.WRONG_SHAPE),
                                    leg.violations(Violation.Kind.LOST),
                                    Html.escaped(leg.note())));
        }
        return rows.toString();
    }

    private static String millis(Latency latency, double millis) {
        return latency.requests() < 20 ? "" : String.format(Locale.ROOT, "%.1f", millis);
    }

    private String comparison() {
        Latency quiet = figures.quiet();
        Latency starting = figures.starting();
        return String.format(
                Locale.ROOT,
                "Quiet times: p50 %.1f ms, p99 %.1f ms. While a JVM started on the cores that all share: p50 %.1f ms, p99 %.1f ms.",
                quiet.p50(),
                quiet.p99(),
                starting.p50(),
                starting.p99());
    }

    private String violations() {
        String ended = result.ended() == null
                ? ""
                : "<p class='bad'>The tour could not go on: " + Html.escaped(result.ended()) + "</p>";
        return result.violations().isEmpty()
                ? ended + "<p>None.</p>"
                : ended
                        + result.violations().stream()
                                .limit(100)
                                .map(violation -> "<li>" + Html.escaped(violation) + "</li>")
                                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream content =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/dev/seamless/tour/" + name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
