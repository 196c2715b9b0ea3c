package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a pass waits for, and that it says so. */
@Timeout(120)
class PauseTest {

    private final ConcurrentMap<Pause, Duration> pauses = new ConcurrentHashMap<>();
    private final PassObserver notes = new PassObserver() {
        @Override
        public void paused(Pause why, Duration howLong) {
            pauses.put(why, howLong);
        }
    };

    private static final PassRequest FORWARD = PassRequest.backfill(PassTown.PAIR, Direction.FORWARD, null);

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aRowThatSomebodyHoldsIsWaitedFor(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database);
                Connection application = town.database().connect();
                Statement statement = application.createStatement()) {
            town.fill(500);
            application.setAutoCommit(false);
            statement.execute("update users set bio = 'held', description = 'held' where id = 251");
            CompletableFuture<PassEnd> pass = CompletableFuture.supplyAsync(
                    () -> town.run(FORWARD, PassSettings.DEFAULTS, notes).end());
            while (!pauses.containsKey(Pause.LOCK_WAIT)) {
                Thread.sleep(10);
            }
            application.commit();

            assertThat(pass.get()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
            assertThat(town.count("bio = 'held'")).isEqualTo(1);
        }
    }

    /** The view of the replicas is looked for in the path of the session, so another one may stand in its place. */
    private static void behindByAMinute(PassTown town) {
        town.execute("create table standby as select interval '1 minute' as replay_lag");
        town.execute("create view pg_stat_replication as select * from standby");
        town.searchesItsOwnSchemaFirst();
    }

    @Test
    void aReplicaThatIsBehindIsWaitedFor() throws Exception {
        try (PassTown town = new PassTown(TestDatabase.POSTGRESQL)) {
            town.fill(500);
            behindByAMinute(town);
            CompletableFuture<PassEnd> pass = CompletableFuture.supplyAsync(
                    () -> town.run(FORWARD, PassSettings.DEFAULTS, notes).end());
            while (!pauses.containsKey(Pause.REPLICA_LAG)) {
                Thread.sleep(10);
            }
            assertThat(town.count("description is not null")).isZero();
            town.execute("update standby set replay_lag = null");

            assertThat(pass.get()).isEqualTo(PassEnd.MARKED);
        }
    }

    @Test
    void aPassThatLagDoesNotConcernGoesOn() {
        try (PassTown town = new PassTown(TestDatabase.POSTGRESQL)) {
            behindByAMinute(town);

            assertThat(town.run(FORWARD, new PassSettings(1, Duration.ZERO), notes)
                            .end())
                    .isEqualTo(PassEnd.MARKED);
            assertThat(pauses.keySet()).isEqualTo(Set.of(Pause.YOUNG_RECORD));
        }
    }

    @Test
    void slowCommitsAreAnsweredByAPauseOfTheirLength() throws Exception {
        Brakes brakes = new Brakes(new DriverManagerDataSource(), new H2Backfill(), Duration.ZERO, notes);

        brakes.afterCommit(Duration.ofMillis(400));
        assertThat(pauses).isEmpty();
        brakes.afterCommit(Duration.ofMillis(600));
        assertThat(pauses).containsEntry(Pause.SLOW_COMMIT, Duration.ofMillis(600));
    }
}
