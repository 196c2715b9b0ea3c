package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the connections of an instance are to its place in the fleet. */
class ConnectionUseTest {

    private static final Duration LOOK_IS_DUE =
            Town.UNHEARD.expiry().multipliedBy(2).dividedBy(3).plusSeconds(1);
    private static final Duration LOOK_IS_OVERDUE = Town.UNHEARD.expiry().plusSeconds(1);

    /** An instance that left while it writes would not be missed by whoever needs its place. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void whoLeavesIsCountedUntilItsLastConnectionIsGivenBack(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            Fleet fleet = town.instance(SchemaPhase.DUAL_WRITE);
            fleet.enter();
            try (Connection connection = town.dataSource().getConnection()) {
                fleet.use(connection);
                CompletableFuture<Void> left = CompletableFuture.runAsync(fleet::leave);
                Thread.sleep(300);
                assertThat(left).isNotDone();
                assertThat(live(town)).hasSize(1);

                fleet.released(connection);
                left.get(2, TimeUnit.SECONDS);
                assertThat(live(town)).isEmpty();
                fleet.use(connection);
                assertThat(live(town)).as("what comes later enters again").hasSize(1);
                fleet.released(connection);
            }
        }
    }

    /** A heartbeat that falls between the use and the naming says otherwise; whoever is paused then must be found all the same. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aSessionThatHasItsNameIsToldWithoutWaitingForAHeartbeat(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            Fleet fleet = town.instance(SchemaPhase.DUAL_WRITE, Town.UNHEARD);
            fleet.enter();
            town.execute("update seamless_instance set sessions_named = false");
            try (Connection connection = town.dataSource().getConnection()) {
                fleet.use(connection);
                assertThat(live(town)).extracting(Member::sessionsNamed).containsExactly(true);
                fleet.released(connection);
            }
        }
    }

    /** Two fleets of one process: whoever has the session now can be found by it, and the other cannot lose it. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aSessionThatTwoInstancesShareIsNamedAfterTheOneThatUsesIt(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.execute("insert into users (id, bio) values (1, 'before')");
            town.release();
            Fleet one = town.instance(SchemaPhase.DUAL_WRITE, Town.UNHEARD);
            Fleet other = town.instance(SchemaPhase.READ_NEW);
            try (Connection shared = town.dataSource().getConnection()) {
                for (Fleet each : List.of(one, other)) {
                    each.use(shared);
                    each.released(shared);
                }
                one.use(shared);
                shared.setAutoCommit(false);
                shared.createStatement().execute("update users set bio = 'of the old phase'");
                town.silence();

                town.instance(SchemaPhase.NEW).enter();

                assertThatThrownBy(shared::commit).isInstanceOf(SQLException.class);
                one.released(shared);
            }
            assertThat(town.sql()
                            .sql("select bio from users")
                            .query(String.class)
                            .single())
                    .isEqualTo("before");
        }
    }

    /** Longer than one wait for a lock, which is two seconds. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aStartOutlivesALockThatItDidNotGetInTime(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            try (Connection other = town.dataSource().getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().executeQuery("select * from seamless_pair for update");
                CompletableFuture<Void> released = CompletableFuture.runAsync(
                        () -> rollback(other), CompletableFuture.delayedExecutor(2400, TimeUnit.MILLISECONDS));
                Fleet fleet = town.instance(SchemaPhase.DUAL_WRITE);

                fleet.enter();

                assertThat(released).isCompleted();
                assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Suspended between the answer of the ledger and the note of it, an instance must not take the answer for fresh. */
    @Test
    void aLookIsAsOldAsItsQuestion() throws Exception {
        try (Town town = new Town(TestDatabase.H2)) {
            town.ledger.initialize();
            AtomicLong pause = new AtomicLong();
            DataSource slow = changed(town.dataSource(), (method, result) -> {
                if (method.equals("commit")) {
                    Thread.sleep(pause.get());
                }
                return result;
            });
            Fleet fleet = town.instance(new Ledger(slow), Town.mapped(SchemaPhase.OLD), Town.SETTINGS);
            fleet.enter();
            Thread.sleep(Town.EXPIRY.toMillis() + 50);
            try (Connection connection = slow.getConnection()) {
                pause.set(2 * Town.EXPIRY.toMillis());
                CompletableFuture<Void> recorded = CompletableFuture.runAsync(
                        () -> town.migrate(Migration.EXPAND),
                        CompletableFuture.delayedExecutor(Town.EXPIRY.toMillis(), TimeUnit.MILLISECONDS));
                fleet.use(connection);
                fleet.released(connection);
                pause.set(0);
                recorded.get();
                assertThat(fleet.presence()).isEqualTo(Presence.UNCOUNTED);

                fleet.use(connection);
                assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
                fleet.released(connection);
            }
        }
    }

    /** An entry is held between its commit and the note of it, while its instance has other connections. */
    private static final class HeldEntry implements AutoCloseable {

        private final Semaphore commits = new Semaphore(1000);
        final Fleet fleet;
        final Connection named;
        final Connection late;
        final CompletableFuture<Void> look;

        HeldEntry(Town town) throws Exception {
            DataSource held = changed(town.dataSource(), (method, result) -> {
                if (method.equals("commit")) {
                    commits.acquire();
                }
                return result;
            });
            fleet = town.instance(Town.mapped(SchemaPhase.OLD), Town.UNHEARD);
            fleet.enter();
            Connection looking = held.getConnection();
            named = town.dataSource().getConnection();
            late = town.dataSource().getConnection();
            for (Connection each : List.of(looking, named, late)) {
                fleet.use(each);
                fleet.released(each);
            }
            town.migrate(Migration.EXPAND);
            town.later(LOOK_IS_DUE);
            commits.drainPermits();
            commits.release(); // for the question; the entry has to wait for one
            look = used(looking);
            while (live(town).isEmpty()) {
                assertThat(look).isNotDone();
                Thread.sleep(20);
            }
        }

        CompletableFuture<Void> used(Connection connection) {
            return ConnectionUseTest.used(fleet, connection);
        }

        @Override
        public void close() {
            commits.release(1000);
        }
    }

    private static CompletableFuture<Void> used(Fleet fleet, Connection connection) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        fleet.use(connection);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void whoEntersHoldsUpNobodyWhoCanBeFoundUntilTheExpiryIsOver(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database);
                HeldEntry entry = new HeldEntry(town);
                Connection fresh = town.dataSource().getConnection()) {
            entry.used(entry.named).get(20, TimeUnit.SECONDS);
            assertThat(entry.fleet.presence()).isEqualTo(Presence.UNCOUNTED);
            CompletableFuture<Void> unnamed = entry.used(fresh);
            town.later(LOOK_IS_OVERDUE.minus(LOOK_IS_DUE));
            CompletableFuture<Void> overdue = entry.used(entry.late);
            Thread.sleep(200);
            assertThat(List.of(entry.look, unnamed, overdue)).noneMatch(CompletableFuture::isDone);
            town.execute(
                    "update seamless_instance set sessions_named = false"); // until one with a new name says otherwise

            entry.close();
            for (CompletableFuture<Void> each : List.of(entry.look, unnamed, overdue)) {
                each.get(20, TimeUnit.SECONDS);
            }
            assertThat(entry.fleet.presence()).isEqualTo(Presence.MEMBER);
            assertThat(live(town)).extracting(Member::sessionsNamed).containsExactly(true);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void whoGoesOnMeanwhileIsFoundWhenTheInstanceIsPaused(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.execute("insert into users (id, bio) values (1, 'before')");
            try (HeldEntry entry = new HeldEntry(town)) {
                entry.used(entry.named).get(20, TimeUnit.SECONDS);
                assertThat(entry.fleet.presence()).isEqualTo(Presence.UNCOUNTED);
                entry.named.setAutoCommit(false);
                entry.named.createStatement().execute("update users set bio = 'of the old phase'");
                town.current(true, true);
                town.migrate(Migration.ALIGN);
                town.migrate(Migration.RELEASE);
                town.execute("update seamless_instance set expiry_millis = -1");

                town.migrate(Migration.CONTRACT); // which needs that nobody is in old

                assertThatThrownBy(entry.named::commit).isInstanceOf(SQLException.class);
                assertThat(live(town)).isEmpty();
            }
        }
    }

    /** Whoever needs the place finds no session of the name; the one that comes to have it must not be used. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void anInstanceThatIsGoneWhileItNamesASessionDoesNotUseIt(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.release();
            Fleet paused = town.instance(SchemaPhase.DUAL_WRITE, Town.UNHEARD);
            paused.enter();
            AtomicBoolean over = new AtomicBoolean();
            DataSource pausing = changed(town.dataSource(), (method, result) -> {
                if (method.startsWith("prepare") && over.compareAndSet(false, true)) {
                    town.silence();
                    town.instance(SchemaPhase.NEW).enter();
                    try (Connection other = town.dataSource().getConnection()) {
                        assertThatThrownBy(() -> paused.use(other)).isInstanceOf(SQLTransientConnectionException.class);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return result;
            });
            try (Connection connection = pausing.getConnection()) {
                assertThatThrownBy(() -> paused.use(connection)).isInstanceOf(SQLTransientConnectionException.class);
                assertThat(over).isTrue();
                assertThat(paused.presence()).isEqualTo(Presence.GONE);
            }
        }
    }

    /** A place that is counted must not be forgotten because the ledger was away: who needs it would find nobody. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void anApplicationWithoutARenameThatIsCountedDoesNotGoOnUncounted(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            Fleet fleet = town.instance(of("bio"), Town.UNHEARD);
            fleet.enter();
            assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
            try (Connection connection = town.dataSource().getConnection()) {
                town.execute("alter table seamless_pair rename column opened_at to elsewhere");
                town.execute("alter table seamless_instance rename to elsewhere");
                assertThatThrownBy(() -> fleet.use(connection)).isInstanceOf(SQLTransientConnectionException.class);
                assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
                fleet.map(of("id"));
                assertThatThrownBy(() -> fleet.use(connection)).isInstanceOf(SQLTransientConnectionException.class);
                assertThat(fleet.presence()).isEqualTo(Presence.OUTSIDE);

                town.execute("alter table elsewhere rename to seamless_instance");
                town.execute("alter table seamless_pair rename column elsewhere to opened_at");
                fleet.use(connection);
                fleet.released(connection);
                assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
            }
        }
    }

    /** A question that fails holds up nobody while the last look is fresh enough, and everybody when it is not. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aLookThatFailsCountsOnceTheExpiryIsOver(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database);
                Connection connection = town.dataSource().getConnection()) {
            Fleet fleet = town.instance(SchemaPhase.OLD, Town.UNHEARD);
            fleet.enter();
            fleet.use(connection);
            fleet.released(connection);
            town.execute("alter table seamless_pair rename column opened_at to elsewhere");
            town.later(LOOK_IS_DUE);
            fleet.use(connection);
            fleet.released(connection);
            town.later(LOOK_IS_OVERDUE.minus(LOOK_IS_DUE));
            assertThatThrownBy(() -> fleet.use(connection)).isInstanceOf(SQLTransientConnectionException.class);

            town.execute("alter table seamless_pair rename column elsewhere to opened_at");
            fleet.use(connection);
            fleet.released(connection);
        }
    }

    /** It would be a writer that nobody sees, beside a pair that is open: only who is told that it may not ask goes on. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void anApplicationWithoutARenameDoesNotGoOnUncountedBecauseTheDatabaseIsAway(TestDatabase database)
            throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            Fleet fleet = town.instance(of("bio"), Town.SETTINGS);
            Connection broken = town.dataSource().getConnection();
            broken.close();
            assertThatThrownBy(() -> fleet.use(broken)).isInstanceOf(SQLException.class);
            assertThat(fleet.presence()).isEqualTo(Presence.OUTSIDE);

            try (Connection connection = town.dataSource().getConnection()) {
                fleet.use(connection);
                fleet.released(connection);
            }
            assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
        }
    }

    private static Mapped of(String column) {
        return new Mapped(List.of(), Set.of(new MappedColumn(null, "users", column)), false);
    }

    /** Before the first expand it is one statement, whether the tables of the ledger are there. */
    @Test
    void anApplicationWithoutARenamePaysOneLookAnExpiry() throws Exception {
        try (Town town = new Town(TestDatabase.H2)) {
            AtomicLong statements = new AtomicLong();
            DataSource counting = changed(town.dataSource(), (method, result) -> {
                if (method.equals("prepareStatement") || method.equals("createStatement")) {
                    statements.incrementAndGet();
                }
                return result;
            });
            Mapped nothing = of("bio");
            Fleet fleet = town.instance(new Ledger(counting), nothing, Town.UNHEARD);
            fleet.enter();
            try (Connection connection = counting.getConnection()) {
                statements.set(0);
                for (int i = 0; i < 100; i++) {
                    fleet.use(connection);
                    fleet.released(connection);
                }
                assertThat(statements).hasValue(0);
            }
            town.later(LOOK_IS_DUE);
            try (Connection connection = counting.getConnection()) {
                statements.set(0);
                for (int i = 0; i < 100; i++) {
                    fleet.use(connection);
                    fleet.released(connection);
                }
                assertThat(statements).hasValue(1);
            }
        }
    }

    @Test
    void aDatabaseThatTheLedgerDoesNotKnowStopsOnlyAnApplicationWithARenameBeyondOld() throws Exception {
        try (Town town = new Town(TestDatabase.H2)) {
            town.execute("alter table users add column description varchar(100)");
            DataSource unknown = changed(town.dataSource(), ConnectionUseTest::ofAnotherProduct);
            Ledger ledger = new Ledger(unknown);
            for (Mapped mapped : List.of(of("bio"), Town.mapped(SchemaPhase.OLD))) {
                try (Connection connection = unknown.getConnection()) {
                    Fleet fleet = town.instance(ledger, mapped, Town.SETTINGS);
                    fleet.enter();
                    assertThatCode(() -> fleet.use(connection)).doesNotThrowAnyException();
                    fleet.released(connection);
                }
            }
            assertThatThrownBy(() -> town.instance(ledger, Town.mapped(SchemaPhase.DUAL_WRITE), Town.SETTINGS)
                            .enter())
                    .hasMessageContaining("The database is Another");
        }
    }

    private static Object ofAnotherProduct(String method, Object result) {
        return method.equals("getMetaData")
                ? proxy(
                        DatabaseMetaData.class,
                        (DatabaseMetaData) result,
                        (asked, answer) -> asked.equals("getDatabaseProductName") ? "Another" : answer)
                : result;
    }

    private interface Change {
        Object apply(String method, Object result) throws InterruptedException;
    }

    /** A data source for whose connections a method comes to this when it has returned. */
    private static DataSource changed(DataSource target, Change change) {
        return new DelegatingDataSource(target) {
            @Override
            public Connection getConnection() throws SQLException {
                return proxy(Connection.class, super.getConnection(), change);
            }
        };
    }

    private static <T> T proxy(Class<T> type, T target, Change change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    try {
                        return change.apply(method.getName(), method.invoke(target, given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static List<Member> live(Town town) {
        return town.ledger.fleet(town.record());
    }
}
