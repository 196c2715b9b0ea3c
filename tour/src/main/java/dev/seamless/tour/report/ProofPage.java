package dev.seamless.tour.report;

import static dev.seamless.tour.report.Cells.decimal;
import static dev.seamless.tour.report.Cells.number;
import static dev.seamless.tour.report.Cells.row;

import dev.seamless.tour.history.Violation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the tables of a page from the lines that tours have left, so that no number in it is anybody's word. */
public final class ProofPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofPage() {}

    /**
     * Replaces what stands between {@code <!-- totals -->} and {@code <!-- end -->}, and so for {@code seeds},
     * {@code latency} and {@code kept}, and for {@code faults} where the table of a run is given.
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
        LatencyTable latency = new LatencyTable(tours);
        text = between(text, "latency", latency.lines());
        text = between(text, "kept", latency.kept());
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
        lines.add(row(
                "values asked for and read",
                sum(tours, tour -> tour.path("reads").asLong())));
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
        lines.add(row(
                "**commands and starts that were tried again, and instances that ended by themselves**",
                "**" + sum(tours, tour -> values(tour.path("setbacks"))) + "**"));
        lines.add(row(
                "the same beside what went wrong on purpose",
                sum(tours, tour -> values(tour.path("setbacksInChaos")))));
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
                "| way | seed | chaos | commit | minutes | acknowledged writes | violations | failed | failed in chaos | quiet p99 ms | worst move p99 ms |",
                "|---|--:|---|---|--:|--:|--:|--:|--:|--:|--:|"));
        for (JsonNode tour : tours) {
            lines.add(row(
                    tour.path("way").asString(),
                    tour.path("seed").asString(),
                    tour.path("chaos").asBoolean() ? "yes" : "no",
                    tour.path("commit").asString(),
                    decimal(tour.path("seconds").asDouble() / 60),
                    number(tour.path("acknowledged").asLong()),
                    number(values(tour.path("violations"))),
                    number(values(tour.path("failed"))),
                    number(values(tour.path("failedInChaos"))),
                    decimal(tour.path("quietP99").asDouble()),
                    decimal(LatencyTable.worst(tour))));
        }
        return lines;
    }

    private static long values(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static String sum(List<JsonNode> tours, ToLongFunction<JsonNode> what) {
        return number(tours.stream().mapToLong(what).sum());
    }
}
