package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backfill whose process is killed goes on where it was. */
class KillTest {

    /** So many that a pass lives through several kills. */
    private static final int ROWS = TestSize.of(200_000, 1_000_000);

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

    /**
     * Two processes at a time, of which one is killed and replaced, while the application inserts, updates and deletes: a row that it
     * has written is not to do any more, and none is done twice. Each time on a full table, or it would dwindle by what is deleted.
     */
    @ParameterizedTest
    @MethodSource("servers")
    void amongWritersTheOtherProcessTakesOverTheRangesOfAKilledOne(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            Random random = new Random(11);
            int kills = 0;
            int ended = 0;
            long sum = 0;
            while (kills < KILLS) {
                town.execute("truncate table users");
                town.fill(ROWS);
                town.execute("update users set description = 'behind'");
                try (Application application = new Application(town, ROWS).writers(2)) {
                    List<BackfillProcess> two =
                            new ArrayList<>(List.of(BackfillProcess.start(town), BackfillProcess.start(town)));
                    while (kills < KILLS && two.stream().allMatch(BackfillProcess::isAlive)) {
                        Thread.sleep(random.nextInt(400));
                        two.remove(random.nextInt(2)).kill();
                        kills++;
                        two.add(BackfillProcess.start(town));
                    }
                    for (BackfillProcess process : two) {
                        assertThat(process.result()).matches("(MARKED|GONE) \\d+");
                    }
                    assertThat(application.stop()).isPositive();
                }

                assertThat(town.drifted()).isZero();
                List<Long> changed = town.changedByPasses();
                assertThat(changed).hasSizeGreaterThan(ended);
                assertThat(changed.stream().mapToLong(rows -> rows).sum() - sum)
                        .isPositive()
                        .isLessThanOrEqualTo(ROWS);
                ended = changed.size();
                sum = changed.stream().mapToLong(rows -> rows).sum();
            }
        }
    }
}
