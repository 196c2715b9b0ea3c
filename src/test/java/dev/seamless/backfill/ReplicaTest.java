package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pass, and a standby of PostgreSQL that does not come after it. */
@Timeout(120)
class ReplicaTest {

    private static final PassRequest FORWARD = PassRequest.backfill(PassTown.PAIR, Direction.FORWARD, null);
    private static final Duration LAG = Duration.ofMillis(500);

    private static Replicated server;

    private final Set<Pause> pauses = ConcurrentHashMap.newKeySet();
    private final PassObserver notes = new PassObserver() {
        @Override
        public void paused(Pause why, Duration howLong) {
            pauses.add(why);
        }
    };

    @BeforeAll
    static void start() throws Exception {
        server = new Replicated();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static PassTown town() {
        server.database().execute("drop schema public cascade");
        server.database().execute("create schema public");
        return new PassTown(
                TestDatabase.POSTGRESQL, server.database(), "id integer primary key", "varchar(100)", "varchar(100)");
    }

    /** A first pass has seen where the log ended, and the standby has not come there when the second one begins. */
    private static Backfill withAReplicaBehind(PassTown town, Duration allowed) throws InterruptedException {
        Backfill backfill = new Backfill(
                town.dataSource(), town.passes, new PassSettings(1, allowed, PassSettings.DEFAULTS.share()));
        server.pauseReplay();
        town.fill(500);
        backfill.run(FORWARD, PassObserver.NONE);
        town.execute("update users set bio = 'new'");
        Thread.sleep(LAG.toMillis() + 1);
        return backfill;
    }

    @Test
    void aReplicaThatIsBehindIsWaitedFor() throws Exception {
        try (PassTown town = town()) {
            Backfill backfill = withAReplicaBehind(town, LAG);
            CompletableFuture<PassEnd> pass = CompletableFuture.supplyAsync(() -> end(backfill));
            while (!pauses.contains(Pause.REPLICA_LAG)) {
                Thread.sleep(10);
            }
            assertThat(town.count("description = 'new'")).isZero();
            server.resumeReplay();

            assertThat(pass.get()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
        }
    }

    @Test
    void aPassThatLagDoesNotConcernGoesOn() throws Exception {
        try (PassTown town = town()) {
            Backfill backfill = withAReplicaBehind(town, Duration.ZERO);

            assertThat(end(backfill)).isEqualTo(PassEnd.MARKED);
            assertThat(pauses).isEmpty();
            server.resumeReplay();
        }
    }

    private PassEnd end(Backfill backfill) {
        try {
            return backfill.run(FORWARD, notes).end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
