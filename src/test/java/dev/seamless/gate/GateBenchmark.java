package dev.seamless.gate;

import dev.seamless.ApiPhase;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import dev.seamless.web.GateHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What the gate adds to a request: the decision, the view, and the headers of the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GateBenchmark {

    private final Gate gate = new Gate(
            () -> PLATFORMS,
            List.of(GateTest.window(ApiPhase.BOTH, Map.of("ios", "1.5.0", "web", "2026.11.0"))),
            UnknownClients.BOTH,
            BelowMinimum.REJECT);
    private final GateAnswers answers = new GateAnswers(
            gate, new GateHeaders("x-version", "x-latest-version", "x-min-version"), 426, null, Instant.EPOCH);
    private final ClientViews views = new ClientViews(List.of());

    private static final Map<String, Platform> PLATFORMS =
            Map.of("ios", GateTest.platform("1.4.0", "1.6.0"), "web", GateTest.platform("2026.10.0", "2026.11.2"));

    /** A client that knows the new name. */
    @Benchmark
    public void newClient(Blackhole hole) {
        request("ios/1.5.0", hole);
    }

    /** A client that needs the old name, and is told that it is deprecated. */
    @Benchmark
    public void oldClient(Blackhole hole) {
        request("ios/1.4.0", hole);
    }

    /** A client that does not say what it is. */
    @Benchmark
    public void unknownClient(Blackhole hole) {
        request("curl", hole);
    }

    private void request(String header, Blackhole hole) {
        Admission admission = gate.admit(header);
        hole.consume(views.of(admission));
        answers.addHeaders(admission, false, (name, value) -> hole.consume(value));
    }

    /** Runs it, with the profile of the garbage collector. */
    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(GateBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }
}
