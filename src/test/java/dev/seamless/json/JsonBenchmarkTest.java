package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

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

    @Test
    @EnabledIfSystemProperty(named = "seamless-test.size", matches = "proof")
    void printsTheCostOfARename() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(JsonBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .forks(TestSize.of(1, 2))
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(700))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(700))
                        .build())
                .run();
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(result.getPrimaryResult().getLabel(), result));
        assertThat(byName).containsKeys(COMPARED.keySet().toArray(String[]::new));
        COMPARED.forEach((name, plain) -> System.out.printf(
                "%-22s %6.0f ns %6.0f B/op, against %-16s %6.0f ns %6.0f B/op: %.2fx%n",
                name,
                nanos(byName.get(name)),
                bytes(byName.get(name)),
                plain,
                nanos(byName.get(plain)),
                bytes(byName.get(plain)),
                nanos(byName.get(name)) / nanos(byName.get(plain))));
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }
}
