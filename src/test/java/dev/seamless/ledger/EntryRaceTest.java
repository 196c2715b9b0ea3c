package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
                Instance first = Instance.named("first");
                Instance second = Instance.named("second");
                Future<Boolean> firstIn = threads.submit(() -> enters(town, first, one, barrier));
                Future<Boolean> secondIn = threads.submit(() -> enters(town, second, other, barrier));

                assertThat(List.of(firstIn.get(), secondIn.get()))
                        .as("race %s", i)
                        .containsExactlyInAnyOrder(true, false);
                won[firstIn.get() ? 0 : 1]++;
                for (Instance each : List.of(first, second)) {
                    town.ledger.transactions().run(session -> {
                        session.fleet().remove(each.id());
                        return true;
                    });
                }
            }
        } finally {
            threads.shutdown();
        }
        System.out.printf("%s: %s won %d races, %s won %d%n", database, one, won[0], other, won[1]);
    }

    /** One try, without patience and without anybody expiring meanwhile. */
    private static boolean enters(Town town, Instance instance, SchemaPhase phase, CyclicBarrier barrier)
            throws Exception {
        Mapped mapped = new Mapped(List.of(new Use("user-bio", Town.PAIR, phase, true)), Town.columns(), false);
        barrier.await();
        return town.ledger
                .transactions()
                .run(session -> new Entry(instance, Duration.ofHours(1)).enter(session, mapped, true, false))
                .isGranted();
    }
}
