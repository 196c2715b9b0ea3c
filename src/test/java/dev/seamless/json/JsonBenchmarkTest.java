package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
            Map.entry("readOld", "readBefore"),
            Map.entry("readNewRecord", "readPlainRecord"),
            Map.entry("readOldRecord", "readRecordBefore"));

    /** All variants in turn, round after round, so that what else the machine does falls on all of them. */
    @Test
    @EnabledIfSystemProperty(named = "seamless-test.size", matches = "proof")
    void printsTheCostOfARename() throws Exception {
        int rounds = Integer.getInteger("seamless.benchmark.rounds", 5);
        List<Map<String, RunResult>> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(round());
        }
        Map<String, String> compared = new TreeMap<>(COMPARED);
        compared.keySet().retainAll(results.get(0).keySet());
        assertThat(compared).isNotEmpty();
        assertThat(results)
                .allSatisfy(round ->
                        assertThat(round).containsKeys(compared.values().toArray(String[]::new)));
        System.out.println("| | bytes | ns | against | bytes | ns | ratio of the medians of " + rounds
                + " rounds (lowest to highest of one) |");
        compared.forEach((name, plain) -> {
            double[] ratios = results.stream()
                    .mapToDouble(round -> nanos(round.get(name)) / nanos(round.get(plain)))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "| `%s` | %.0f | %.0f | `%s` | %.0f | %.0f | %.2f (%.2f to %.2f) |%n",
                    name,
                    bytes(results.get(0).get(name)),
                    median(results, name),
                    plain,
                    bytes(results.get(0).get(plain)),
                    median(results, plain),
                    median(results, name) / median(results, plain),
                    ratios[0],
                    ratios[ratios.length - 1]);
        });
    }

    /** In several JVMs, for each compiles what it runs in its own way. The pairs of a variant with itself show the noise. */
    @Test
    @EnabledIfSystemProperty(named = "seamless-test.size", matches = "proof")
    void printsTheRatiosOfTimes() throws Exception {
        int forks = Integer.getInteger("seamless.benchmark.rounds", 5);
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (int fork = 0; fork < forks; fork++) {
            for (String line : fork(fork)) {
                String[] words = line.split(" ");
                ratios.computeIfAbsent("`" + words[1] + "` | `" + words[2] + "`", pair -> new ArrayList<>())
                        .add(Double.valueOf(words[3]));
            }
        }
        assertThat(ratios).hasSize(JsonRatios.pairs(new JsonBenchmark()).size());
        System.out.println("| | against | ratio, median of " + forks + " JVMs (lowest to highest of one) |");
        ratios.forEach((pair, each) -> {
            Collections.sort(each);
            System.out.printf(
                    "| %s | %.3f (%.3f to %.3f) |%n",
                    pair, each.get(each.size() / 2), each.get(0), each.get(each.size() - 1));
        });
    }

    private static List<String> fork(int seed) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JsonRatios.class.getName(),
                        "300",
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(JsonRatios.LINE))
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    private static double median(List<Map<String, RunResult>> results, String name) {
        double[] sorted = results.stream()
                .mapToDouble(round -> nanos(round.get(name)))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Map<String, RunResult> round() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(JsonBenchmark.class.getName() + System.getProperty("seamless.benchmark.only", ""))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(400))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(400))
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
