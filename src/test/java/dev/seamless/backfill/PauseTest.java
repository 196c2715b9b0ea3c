package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Something that the commit waits for: a trigger that is deferred to it. */
    @Test
    void aCommitThatTakesLongIsAnsweredByAPause() throws Exception {
        try (PassTown town = new PassTown(TestDatabase.POSTGRESQL)) {
            town.fill(500);
            town.execute("create function slow() returns trigger language plpgsql as"
                    + " $$ begin perform pg_sleep(0.6); return null; end $$");
            town.execute("create constraint trigger slow after update on users deferrable initially deferred"
                    + " for each row when (new.id = 251) execute function slow()");

            assertThat(town.run(FORWARD, PassSettings.DEFAULTS, notes).end()).isEqualTo(PassEnd.MARKED);
            assertThat(pauses.get(Pause.SLOW_COMMIT)).isBetween(Duration.ofMillis(600), Duration.ofMillis(1500));
            assertThat(town.drifted()).isZero();
        }
    }

    /** Who is at work is left most of the time; who has nothing to do is not. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void othersWhoAreAtWorkAreLeftMostOfTheTime(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database)) {
            town.fill(2000); // of which the query below makes pairs: it is nearly always at work
            assertThat(town.run(FORWARD, PassSettings.DEFAULTS, notes).end()).isEqualTo(PassEnd.MARKED);
            assertThat(pauses).doesNotContainKey(Pause.OTHERS_AT_WORK);
            town.execute("update users set description = null");

            AtomicBoolean ended = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
                try (Connection application = town.database().connect();
                        Statement statement = application.createStatement()) {
                    while (!ended.get()) {
                        statement
                                .executeQuery("select count(*) from users a, users b where a.bio <> b.bio")
                                .close();
                        begun.countDown();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            begun.await();
            try {
                PassSettings aTenth = new PassSettings(1, Duration.ZERO, 0.1);
                assertThat(town.run(FORWARD, aTenth, notes).end()).isEqualTo(PassEnd.MARKED);
            } finally {
                ended.set(true);
                busy.join();
            }
            assertThat(pauses).containsKey(Pause.OTHERS_AT_WORK);
            assertThat(town.drifted()).isZero();
        }
    }

    /** Nobody knows yet that there are none. */
    @Test
    void aWorkerTakesItsShareOfTheTimeWhileOthersMayBeAtWork() throws Exception {
        brakes(0.1, new StopSign()).afterWindow(Duration.ofMillis(1), Duration.ofMillis(2));
        assertThat(pauses).containsOnly(Map.entry(Pause.OTHERS_AT_WORK, Duration.ofMillis(27)));
        pauses.clear();
        brakes(0.001, new StopSign()).afterWindow(Duration.ofMillis(1), Duration.ofMillis(2));
        assertThat(pauses).containsOnly(Map.entry(Pause.OTHERS_AT_WORK, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.1, Double.NaN})
    void thereAreSharesThatNobodyCanTake(double share) {
        assertThatThrownBy(() -> new PassSettings(1, Duration.ZERO, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share (" + share + ")");
    }

    @Test
    void slowCommitsAreAnsweredByAPauseOfTheirLength() throws Exception {
        Brakes brakes = brakes(1, new StopSign());

        brakes.afterWindow(Duration.ZERO, Duration.ofMillis(400));
        assertThat(pauses).isEmpty();
        brakes.afterWindow(Duration.ZERO, Duration.ofMillis(600));
        assertThat(pauses).containsEntry(Pause.SLOW_COMMIT, Duration.ofMillis(600));
    }

    @Test
    @Timeout(5)
    void aStopWakesWhoRests() {
        StopSign stop = new StopSign();
        Brakes brakes = brakes(1, stop.within());
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(stop::raise);

        assertThatThrownBy(() -> brakes.afterWindow(Duration.ZERO, Duration.ofSeconds(10)))
                .isInstanceOf(InterruptedException.class);
        assertThat(pauses).containsEntry(Pause.SLOW_COMMIT, Duration.ofSeconds(10));
    }

    private Brakes brakes(double share, StopSign stop) {
        PassSettings settings = new PassSettings(1, Duration.ZERO, share);
        return new Brakes(
                new DriverManagerDataSource(),
                new H2Backfill(),
                settings,
                new Traffic(settings.makesWay()),
                notes,
                stop);
    }
}
