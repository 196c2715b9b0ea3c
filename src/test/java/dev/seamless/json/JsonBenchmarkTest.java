package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints what a rename costs. A report, and no gate: times depend on the machine and its other guests. */
class JsonBenchmarkTest {

    private static final Map<String, String> COMPARED = Map.ofEntries(
            Map.entry("writeBoth", "writeBothByHand"),
            Map.entry("writeOldToKnown", "writePlain"),
            Map.entry("writeNewToKnown", "writePlain"),
            Map.entry("writeBeforeTheRename", "writePlain"),
            Map.entry("writeAfterTheRename", "writePlain"),
            Map.entry("readNew", "readPlain"),
            Map.entry("readOld", "readPlain"),
            Map.entry("readNewRecord", "readPlainRecord"),
            Map.entry("readOldRecord", "readPlainRecord"));

    /** All variants in turn, round after round, so that what else the machine does falls on all of them. */
    @Test
    @EnabledIfSystemProperty(named = "seamless-test.size", matches = "proof")
    void printsTheCostOfARename() throws Exception {
        int rounds = Integer.getInteger("seamless.benchmark.rounds", 5);
        List<Map<String, RunResult>> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(round());
        }
        assertThat(results)
                .allSatisfy(round ->
                        assertThat(round).containsKeys(COMPARED.keySet().toArray(String[]::new)));
        System.out.println(
                "| | bytes | against | bytes | ratio of times, median of " + rounds + " (lowest to highest) |");
        new TreeMap<>(COMPARED).forEach((name, plain) -> {
            double[] ratios = results.stream()
                    .mapToDouble(round -> nanos(round.get(name)) / nanos(round.get(plain)))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "| `%s` | %.0f | `%s` | %.0f | %.2f (%.2f to %.2f) |%n",
                    name,
                    bytes(results.get(0).get(name)),
                    plain,
                    bytes(results.get(0).get(plain)),
                    ratios[ratios.length / 2],
                    ratios[0],
                    ratios[ratios.length - 1]);
        });
    }

    private static Map<String, RunResult> round() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(JsonBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(500))
                        .build())
                .run();
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(result.getPrimaryResult().getLabel(), result));
        return byName;
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }
}
