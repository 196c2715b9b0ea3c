package dev.seamless;

import dev.seamless.backfill.BackfillBenchmark;
import dev.seamless.gate.GateBenchmark;
import dev.seamless.hibernate.StartupBenchmark;
import dev.seamless.hibernate.WriteBenchmark;

/** All benchmarks that docs/performance.md shows, one after the other: {@code mvn -Pbenchmark -pl src -DskipTests verify}. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs them. */
    public static void main(String[] arguments) throws Exception {
        GateBenchmark.main(arguments);
        StartupBenchmark.main(arguments);
        WriteBenchmark.main(arguments);
        BackfillBenchmark.main(arguments);
    }
}
