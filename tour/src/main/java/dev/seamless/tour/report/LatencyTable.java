package dev.seamless.tour.report;

import static dev.seamless.tour.report.Cells.decimal;
import static dev.seamless.tour.report.Cells.number;
import static dev.seamless.tour.report.Cells.row;

import dev.seamless.tour.timeline.Latency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What requests took during each move, beside the quiet parts of the same tour: of the tours in which nothing went wrong on
 * purpose on all the way, the median of each figure, and the worst.
 */
final class LatencyTable {

    /** What is aimed at. */
    private static final double MOST_TIMES = 1.5;

    private final Map<String, List<Measured>> moves = new LinkedHashMap<>();
    private final List<JsonNode> tours;

    LatencyTable(List<JsonNode> tours) {
        this.tours = tours.stream()
                .filter(tour -> !tour.path("chaos").asBoolean())
                .filter(tour -> tour.path("way").asString().equals("full"))
                .toList();
        for (JsonNode tour : this.tours) {
            moves(tour, 1)
                    .forEach(move -> moves.computeIfAbsent(move.path("move").asString(), name -> new ArrayList<>())
                            .add(new Measured(move, quiet(tour))));
        }
    }

    /** The worst p99 of the moves with enough requests beside which no JVM started and nothing went wrong on purpose. */
    static double worst(JsonNode tour) {
        return moves(tour, Latency.ENOUGH)
                .mapToDouble(move -> move.path("p99").asDouble())
                .max()
                .orElse(0);
    }

    private static Stream<JsonNode> moves(JsonNode tour, int undisturbed) {
        return StreamSupport.stream(tour.path("moves").spliterator(), false)
                .filter(move -> !move.path("move").asString().equals("quiet"))
                .filter(move -> move.path("undisturbed").asInt() >= undisturbed);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "| move | requests | p50 ms | p99 ms | slowest ms | times the quiet p99 | in the worst tour |",
                "|---|--:|--:|--:|--:|--:|--:|"));
        if (tours.isEmpty()) {
            return lines;
        }
        String quietP50 = decimal(median(tours, tour -> tour.path("quietP50").asDouble()));
        lines.add(row("quiet parts", "", quietP50, decimal(median(tours, LatencyTable::quiet)), "", "1", ""));
        moves.forEach((name, each) -> lines.add(line(name, each)));
        lines.add(line(
                "all migrations and passes, while they were at work",
                tours.stream()
                        .map(tour -> new Measured(tour.path("working"), quiet(tour)))
                        .toList()));
        ToDoubleFunction<JsonNode> starting = tour -> tour.path("startingP99").asDouble();
        ToDoubleFunction<JsonNode> times = tour -> starting.applyAsDouble(tour) / quiet(tour);
        lines.add(row(
                "while a JVM starts",
                "",
                "",
                decimal(median(tours, starting)),
                "",
                decimal(median(tours, times)),
                decimal(most(tours, times))));
        return lines;
    }

    /** How many moves kept to what is aimed at. */
    List<String> kept() {
        List<Measured> all = moves.values().stream().flatMap(List::stream).toList();
        long kept = all.stream().filter(move -> move.times() <= MOST_TIMES).count();
        long medians = moves.values().stream()
                .filter(each -> median(each, Measured::times) <= MOST_TIMES)
                .count();
        return List.of("In %d tours, %d moves of %d were within %s times; in the median of the tours, %d of %d."
                .formatted(tours.size(), kept, all.size(), MOST_TIMES, medians, moves.size()));
    }

    private static String line(String name, List<Measured> moves) {
        return row(
                name,
                number(Math.round(moves.stream()
                        .mapToDouble(move -> move.of("undisturbed"))
                        .sum())),
                decimal(median(moves, move -> move.of("p50"))),
                decimal(median(moves, move -> move.of("p99"))),
                decimal(most(moves, move -> move.of("slowest"))),
                decimal(median(moves, Measured::times)),
                decimal(most(moves, Measured::times)));
    }

    private static double quiet(JsonNode tour) {
        return tour.path("quietP99").asDouble();
    }

    private static <T> double median(List<T> all, ToDoubleFunction<T> what) {
        double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static <T> double most(List<T> all, ToDoubleFunction<T> what) {
        return all.stream().mapToDouble(what).max().orElse(0);
    }

    /** One move of one tour, and the p99 of that tour's quiet parts. */
    private record Measured(JsonNode line, double quiet) {

        double of(String figure) {
            return line.path(figure).asDouble();
        }

        double times() {
            return of("p99") / quiet;
        }
    }
}
