package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass and a start that makes it worthless, at the same time. */
class StopTest {

    private static final PassSettings FOUR = new PassSettings(4, Duration.ZERO, 1);

    private final ExecutorService beside = Executors.newCachedThreadPool();

    /** Whatever comes first: after both, new is not current. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aPassThatEndsWhileAnOldInstanceStartsNeverLeavesAWrongFact(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(50);
            for (int i = 0; i < TestSize.of(15, 1000); i++) {
                Future<EndedPass> pass = beside.submit(town::forwardAtOnce);
                Thread.sleep(i % 15);
                Fleet old = town.instance(SchemaPhase.OLD);
                old.enter();
                EndedPass ended = pass.get();

                assertThat(town.record().standing().newCurrent())
                        .as(ended.toString())
                        .isFalse();
                old.leave();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aStartThatStopsAPassWaitsForItsWindowsAndForNothingElse(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(TestSize.of(20_000, 60_000));
            town.forward();
            Duration longest = Duration.ZERO;
            int stopped = 0;
            for (int i = 0; i < TestSize.of(4, 20); i++) {
                town.execute("update users set bio = 'behind'");
                Future<EndedPass> reverse = beside.submit(() -> town.run(
                        PassRequest.backfill(PassTown.PAIR, Direction.REVERSE, null), FOUR, PassObserver.NONE));
                await(() ->
                        town.progress().filter(progress -> progress.seen() > 0).isPresent());
                long begin = System.nanoTime();
                Fleet old = town.instance(SchemaPhase.OLD);
                old.enter();
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                String behind = snapshot(town);

                longest = longest.compareTo(took) > 0 ? longest : took;
                stopped += reverse.get().end() == PassEnd.GONE ? 1 : 0;
                assertThat(snapshot(town)).as("windows after the stop").isEqualTo(behind);
                assertThat(town.record().standing().newCurrent()).isFalse();
                old.leave();
                town.forward();
            }
            assertThat(longest).isLessThan(Duration.ofSeconds(2));
            assertThat(stopped).isPositive();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private static String snapshot(PassTown town) {
        return "behind: " + town.count("bio = 'behind'");
    }
}
