package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.PostgresBinaries;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pass does not wait for the disk after each window: a server that falls forgets the last ones. */
@Timeout(240)
class CrashTest {

    private static final int ROWS = 300_000;
    private static final int FALLS = TestSize.of(2, 20);

    /** All processes of a PostgreSQL end when one of them is killed, and what they had in memory is gone. */
    @Test
    void aServerThatFallsForgetsRowsAndCursorsTogether() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPgBinaryResolver(PostgresBinaries.newest())
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                PassTown town = new PassTown(
                        TestDatabase.POSTGRESQL,
                        new FreshDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "", "select 1"),
                        "id integer primary key",
                        "varchar(100)",
                        "varchar(100)")) {
            town.fill(ROWS);
            Random random = new Random(13);
            int falls = 0;
            long toChange = 0;
            while (falls < FALLS) {
                town.execute("update users set description = 'behind'");
                toChange += ROWS;
                EndedPass ended = null;
                while (ended == null) {
                    CompletableFuture<EndedPass> pass = CompletableFuture.supplyAsync(town::forward);
                    Thread.sleep(random.nextInt(400));
                    if (falls < FALLS && fall(town)) {
                        falls++;
                        pass.exceptionally(failure -> null).join();
                        awaitRecovery(town);
                    } else {
                        ended = pass.join();
                    }
                }

                assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
                assertThat(town.changedByPasses().stream()
                                .mapToLong(rows -> rows)
                                .sum())
                        .isEqualTo(toChange);
                assertThat(town.drifted()).isZero();
            }
        }
    }

    /** Kills the server at a window; whether one is under way. */
    private static boolean fall(PassTown town) {
        List<Integer> windows = town.sql()
                .sql("select pid from pg_stat_activity where query like '%seamless%' and pid <> pg_backend_pid()")
                .query(Integer.class)
                .list();
        return windows.stream()
                .limit(1)
                .map(pid -> ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly))
                .anyMatch(killed -> killed.orElse(false));
    }

    private static void awaitRecovery(PassTown town) throws InterruptedException {
        while (true) {
            try {
                Thread.sleep(50);
                town.database().connect().close();
                return;
            } catch (SQLException e) {
                assertThat(e.getSQLState()).matches("57P0.|08...");
            }
        }
    }
}
