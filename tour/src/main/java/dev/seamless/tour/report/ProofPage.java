package dev.seamless.tour.report;

import dev.seamless.tour.history.Violation.Kind;
import dev.seamless.tour.timeline.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the tables of a page from the lines that tours have left, so that no number in it is anybody's word. */
public final class ProofPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofPage() {}

    /**
     * Replaces what stands between {@code <!-- totals -->} and {@code <!-- end -->}, and so for {@code seeds} and
     * {@code latency}, and for {@code faults} where the table of a run is given.
     *
     * @param results a line for each tour
     * @param faults the table of what was seen with something taken out; null leaves the page's own
     * @throws IllegalArgumentException if the page has no such place
     */
    public static void fill(Path page, Path results, @Nullable Path faults) throws IOException {
        List<JsonNode> tours = Files.readAllLines(results).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
        String text = Files.readString(page);
        text = between(text, "totals", totals(tours));
        text = between(text, "seeds", seeds(tours));
        text = between(text, "latency", latency(tours));
        if (faults != null) {
            text = between(text, "faults", Files.readAllLines(faults));
        }
        Files.writeString(page, text);
    }

    static String between(String text, String name, List<String> lines) {
        Matcher place = Pattern.compile("(?s)(<!-- " + name + " -->\n).*?(<!-- end -->)")
                .matcher(text);
        if (!place.find()) {
            throw new IllegalArgumentException("The page has no place <!-- " + name + " --> ... <!-- end -->.");
        }
        String block = String.join("\n", lines) + "\n";
        return place.replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + block + match.group(2)));
    }

    static List<String> totals(List<JsonNode> tours) {
        List<String> lines = new ArrayList<>(List.of("| | |", "|---|---|"));
        lines.add(row("tours", number(tours.size())));
        lines.add(row(
                "seeds",
                number(tours.stream()
                        .map(tour -> tour.path("seed").asLong())
                        .distinct()
                        .count())));
        lines.add(row(
                "acknowledged writes",
                sum(tours, tour -> tour.path("acknowledged").asLong())));
        lines.add(row("values read", sum(tours, tour -> tour.path("reads").asLong())));
        lines.add(row(
                "comparisons of both columns, all rows",
                sum(tours, tour -> tour.path("looks").asLong())));
        lines.add(row(
                "disruptions (kill -9, SIGSTOP, database restart)",
                sum(tours, tour -> values(tour.path("disruptions")))));
        for (Kind kind : Kind.values()) {
            lines.add(row(
                    "**" + kind.plural() + "**",
                    "**"
                            + sum(
                                    tours,
                                    tour -> tour.path("violations")
                                            .path(kind.name())
                                            .asLong()) + "**"));
        }
        lines.add(row("**failed requests**", "**" + sum(tours, tour -> values(tour.path("failed"))) + "**"));
        lines.add(row(
                "failed while something went wrong on purpose",
                sum(tours, tour -> values(tour.path("failedInChaos")))));
        failuresInChaos(tours).forEach((kind, count) -> lines.add(row("of these: " + kind, number(count))));
        return lines;
    }

    private static Map<String, Long> failuresInChaos(List<JsonNode> tours) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode tour : tours) {
            tour.path("failedInChaos")
                    .properties()
                    .forEach(kind -> counts.merge(kind.getKey(), kind.getValue().asLong(), Long::sum));
        }
        return counts;
    }

    private static List<String> seeds(List<JsonNode> tours) {
        List<String> lines = new ArrayList<>(List.of(
                "| way | seed | chaos | minutes | acknowledged writes | violations | failed | failed in chaos | quiet p99 ms | worst move p99 ms |",
                "|---|--:|---|--:|--:|--:|--:|--:|--:|--:|"));
        for (JsonNode tour : tours) {
            lines.add(row(
                    tour.path("way").asString(),
                    tour.path("seed").asString(),
                    tour.path("chaos").asBoolean() ? "yes" : "no",
                    "%.1f".formatted(tour.path("seconds").asDouble() / 60),
                    number(tour.path("acknowledged").asLong()),
                    number(values(tour.path("violations"))),
                    number(values(tour.path("failed"))),
                    number(values(tour.path("failedInChaos"))),
                    "%.1f".formatted(tour.path("quietP99").asDouble()),
                    "%.1f".formatted(worst(tour))));
        }
        return lines;
    }

    /** The moves of the last tour in which nothing went wrong on purpose, beside its quiet parts. */
    static List<String> latency(List<JsonNode> tours) {
        List<String> lines = new ArrayList<>(
                List.of("| move | requests | p50 ms | p99 ms | times the quiet p99 |", "|---|--:|--:|--:|--:|"));
        tours.stream()
                .filter(tour -> !tour.path("chaos").asBoolean())
                .reduce((earlier, later) -> later)
                .ifPresent(tour -> {
                    double quiet = tour.path("quietP99").asDouble();
                    lines.add(row(
                            "all quiet parts",
                            "",
                            "%.1f".formatted(tour.path("quietP50").asDouble()),
                            "%.1f".formatted(quiet),
                            "1"));
                    moves(tour)
                            .filter(ProofPage::isMeasured)
                            .forEach(move -> lines.add(latency(move.path("move").asString(), move, quiet)));
                    lines.add(latency("the briefer moves together", tour.path("briefMoves"), quiet));
                    moves(tour)
                            .filter(move -> !isMeasured(move))
                            .filter(move -> move.path("undisturbed").asInt() > 0)
                            .forEach(move -> lines.add(
                                    latency("of these: " + move.path("move").asString(), move, quiet)));
                    double starting = tour.path("startingP99").asDouble();
                    lines.add(row(
                            "while a JVM starts",
                            "",
                            "",
                            "%.1f".formatted(starting),
                            "%.1f".formatted(starting / quiet)));
                });
        return lines;
    }

    private static String latency(String name, JsonNode latency, double quiet) {
        return row(
                name,
                number(latency.path("undisturbed").asLong()),
                "%.1f".formatted(latency.path("p50").asDouble()),
                "%.1f".formatted(latency.path("p99").asDouble()),
                "%.1f".formatted(latency.path("p99").asDouble() / quiet));
    }

    /** Of the moves with enough requests beside which no JVM started and nothing went wrong on purpose. */
    private static double worst(JsonNode tour) {
        return moves(tour)
                .filter(ProofPage::isMeasured)
                .mapToDouble(move -> move.path("p99").asDouble())
                .max()
                .orElse(0);
    }

    private static Stream<JsonNode> moves(JsonNode tour) {
        return StreamSupport.stream(tour.path("moves").spliterator(), false)
                .filter(move -> !move.path("move").asString().equals("quiet"));
    }

    private static boolean isMeasured(JsonNode move) {
        return move.path("undisturbed").asInt() >= Latency.ENOUGH;
    }

    private static long values(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static String sum(List<JsonNode> tours, ToLongFunction<JsonNode> what) {
        return number(tours.stream().mapToLong(what).sum());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
