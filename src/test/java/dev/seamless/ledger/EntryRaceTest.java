package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two instances that start at the same moment in phases that exclude each other: exactly one gets in. */
class EntryRaceTest {

    private static final FleetSettings IMPATIENT =
            new FleetSettings(Guard.ENFORCE, Duration.ofMillis(10), Duration.ofMillis(30), true);

    static Stream<Arguments> strangers() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(
                        Arguments.of(database, SchemaPhase.OLD, SchemaPhase.READ_NEW),
                        Arguments.of(database, SchemaPhase.DUAL_WRITE, SchemaPhase.NEW)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void exactlyOneGetsIn(TestDatabase database, SchemaPhase one, SchemaPhase other) throws Exception {
        int races = TestSize.of(20, 1000);
        int[] won = new int[2];
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            if (other == SchemaPhase.NEW) {
                town.migrate(Migration.ALIGN);
                town.migrate(Migration.RELEASE);
            }
            for (int i = 0; i < races; i++) {
                town.current(true, true);
                CyclicBarrier barrier = new CyclicBarrier(2);
                Fleet first = town.instance(one, IMPATIENT);
                Fleet second = town.instance(other, IMPATIENT);
                Future<Boolean> firstIn = threads.submit(() -> enters(first, barrier));
                Future<Boolean> secondIn = threads.submit(() -> enters(second, barrier));

                assertThat(List.of(firstIn.get(), secondIn.get()))
                        .as("race %s", i)
                        .containsExactlyInAnyOrder(true, false);
                won[firstIn.get() ? 0 : 1]++;
                first.leave();
                second.leave();
            }
        } finally {
            threads.shutdown();
        }
        System.out.printf("%s: %s won %d races, %s won %d%n", database, one, won[0], other, won[1]);
    }

    private static boolean enters(Fleet fleet, CyclicBarrier barrier) throws Exception {
        barrier.await();
        try {
            fleet.enter();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
