package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass among an application that writes. */
class CrowdTest {

    private static final int ROWS = TestSize.of(6000, 60_000);
    private static final PassSettings THREE = new PassSettings(3, Duration.ZERO, 1);

    static Stream<Arguments> conversions() {
        Conversion same = new Conversion(
                new BackfillProcess.Same(), ColumnValues.of(String.class), ColumnValues.of(String.class));
        return TestDatabase.kinds()
                .flatMap(database -> Stream.of(Arguments.of(database, null), Arguments.of(database, same)));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void theApplicationsWritesWinAndItHearsOfNoDeadlock(TestDatabase database, @Nullable Conversion conversion)
            throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(ROWS);
            for (int i = 0; i < TestSize.of(2, 10); i++) {
                town.execute("update users set description = 'behind'");
                try (Application application = new Application(town, ROWS).writers(4)) {
                    EndedPass ended = town.run(
                            PassRequest.backfill(PassTown.PAIR, Direction.FORWARD, conversion),
                            THREE,
                            PassObserver.NONE);

                    assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
                    assertThat(application.stop()).isPositive();
                }
                assertThat(town.drifted()).isZero();
                town.execute("delete from users where id > " + ROWS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aPassEndsUnderAnInsertStorm(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database);
                Application application = new Application(town, ROWS).inserter().inserter()) {
            town.fill(ROWS);

            EndedPass ended = town.forward();

            assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
            assertThat(application.stop()).isPositive();
            assertThat(town.drifted()).isZero();
        }
    }

    /** Who comes when it has ended begins one of his own, and finds nothing to do. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void severalProcessesShareOnePassAndDoNothingTwice(TestDatabase database) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(3);
        try (PassTown town = new PassTown(database)) {
            town.fill(ROWS);
            List<Future<EndedPass>> ends = Stream.of(1, 2, 3)
                    .map(number -> processes.submit(town::forward))
                    .toList();

            long changed = 0;
            for (Future<EndedPass> end : ends) {
                changed += end.get().progress().changed();
            }

            assertThat(changed).isEqualTo(ROWS / 10 * 9);
            assertThat(town.drifted()).isZero();
            assertThat(town.record().standing().newCurrent()).isTrue();
        } finally {
            processes.shutdown();
        }
    }
}
