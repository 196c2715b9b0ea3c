package dev.seamless.tour.report;

import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Span.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of one tour, as one line of JSON. */
public final class ResultLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ResultLine() {}

    /**
     * Adds the line to a file.
     *
     * @param commit what was played
     */
    public static void append(Result result, String commit, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JSON.writeValueAsString(of(result, commit)) + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static ObjectNode of(Result result, String commit) {
        ObjectNode line = JSON.createObjectNode();
        line.put("commit", commit);
        line.put("day", LocalDate.now(ZoneOffset.UTC).toString());
        line.put("way", result.way()).put("seed", result.seed()).put("chaos", result.chaos());
        line.put("seconds", rounded(result.seconds())).put("clean", result.isClean());
        line.put("requests", result.figures().samples().size());
        line.put("acknowledged", result.acknowledged()).put("reads", result.reads());
        line.put("looks", result.looks()).put("earned", result.earned());
        ObjectNode violations = line.putObject("violations");
        result.counts().forEach((kind, count) -> violations.put(kind.name(), count));
        put(line.putObject("failed"), result.figures().failures(false));
        put(line.putObject("failedInChaos"), result.figures().failures(true));
        put(line.putObject("setbacks"), result.figures().setbacks(false));
        put(line.putObject("setbacksInChaos"), result.figures().setbacks(true));
        ObjectNode disruptions = line.putObject("disruptions");
        result.figures()
                .spans(Kind.CHAOS)
                .forEach(span -> disruptions.put(
                        span.label(), disruptions.path(span.label()).asInt(0) + 1));
        line.put("quietP50", rounded(result.figures().quiet().p50()));
        line.put("quietP99", rounded(result.figures().quiet().p99()));
        line.put("startingP99", rounded(result.figures().starting().p99()));
        ArrayNode moves = line.putArray("moves");
        for (Leg leg : result.legs()) {
            ObjectNode move = moves.addObject()
                    .put("move", leg.span().label())
                    .put("seconds", rounded(leg.span().seconds()))
                    .put("requests", leg.requests());
            put(move, leg.latency());
        }
        put(line.putObject("working"), result.figures().working());
        line.put("ended", result.ended());
        return line;
    }

    private static void put(ObjectNode node, Latency latency) {
        node.put("undisturbed", latency.requests())
                .put("p50", rounded(latency.p50()))
                .put("p99", rounded(latency.p99()))
                .put("slowest", rounded(latency.slowest()));
    }

    private static void put(ObjectNode node, Map<String, Integer> counts) {
        counts.forEach(node::put);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
