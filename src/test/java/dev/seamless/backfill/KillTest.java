package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backfill whose process is killed goes on where it was. */
class KillTest {

    private static final int ROWS = 200_000;
    private static final int KILLS = TestSize.of(3, 200);

    /** H2 lives in the process of the test. */
    static Stream<TestDatabase> servers() {
        return TestDatabase.all().filter(database -> database != TestDatabase.H2);
    }

    /** What was committed is not done again: the changes of all processes together are those that were to do. */
    @ParameterizedTest
    @MethodSource("servers")
    void aKilledBackfillIsResumedAndDoesNothingTwice(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(ROWS);
            Random random = new Random(7);
            int kills = 0;
            while (kills < KILLS) {
                town.execute("update users set description = 'behind'");
                String result = "";
                while (result.isEmpty()) {
                    BackfillProcess process = BackfillProcess.start(town);
                    Thread.sleep(random.nextInt(400));
                    if (process.isAlive() && kills < KILLS) {
                        process.kill();
                        kills++;
                    } else {
                        result = process.result();
                    }
                }

                assertThat(result).isEqualTo("MARKED " + ROWS);
                assertThat(town.drifted()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anotherProcessTakesOverTheRangesOfAKilledOne(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(ROWS);
            town.execute("update users set description = 'behind'");
            BackfillProcess one = BackfillProcess.start(town);
            BackfillProcess other = BackfillProcess.start(town);
            Thread.sleep(100);
            one.kill();

            assertThat(other.result()).isEqualTo("MARKED " + ROWS);
            assertThat(town.drifted()).isZero();
        }
    }
}
