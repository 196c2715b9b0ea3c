package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is in the fleet, who is refused, and what an instance may do that is gone. */
class FleetTest {

    private static final FleetSettings UNHEARD = Town.UNHEARD;

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    static Stream<Arguments> pairs() {
        return databases()
                .flatMap(database -> Stream.of(SchemaPhase.values())
                        .flatMap(one ->
                                Stream.of(SchemaPhase.values()).map(other -> Arguments.of(database, one, other))));
    }

    /** One is live, the other comes: live together are the same and neighbours, in either order. */
    @ParameterizedTest
    @MethodSource("pairs")
    void onlyNeighboursMeet(TestDatabase database, SchemaPhase one, SchemaPhase other) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            if (one == SchemaPhase.NEW || other == SchemaPhase.NEW) {
                town.migrate(Migration.ALIGN);
                town.migrate(Migration.RELEASE);
            }
            boolean oldIsBarred = town.record().standing().barred().contains(SchemaPhase.OLD);
            if (one == SchemaPhase.OLD && oldIsBarred) {
                assertThatThrownBy(() -> town.instance(one).enter()).isInstanceOf(RefusedException.class);
                return;
            }
            town.instance(one).enter();
            Fleet second = town.instance(other);

            if (Math.abs(one.ordinal() - other.ordinal()) <= 1) {
                second.enter();
                assertThat(second.presence()).isEqualTo(Presence.MEMBER);
            } else {
                assertThatThrownBy(second::enter).isInstanceOf(RefusedException.class);
                assertThat(second.presence()).isEqualTo(Presence.OUTSIDE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void startingOldEndsThatNewIsCurrent(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            town.instance(SchemaPhase.OLD).enter();

            assertThat(town.record().standing().newCurrent()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInstanceIsCountedFromTheMomentAPairAppears(TestDatabase database) throws Exception {
        try (Town town = new Town(database)) {
            Fleet fleet = town.instance(SchemaPhase.OLD);
            fleet.enter();
            assertThat(fleet.presence()).isEqualTo(Presence.UNCOUNTED);
            town.ledger.initialize();
            town.migrate(Migration.EXPAND);

            town.later(Town.EXPIRY);
            use(town, fleet, "select 1");

            assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
            assertThat(town.ledger.fleet(town.record()))
                    .extracting(Member::phase)
                    .containsExactly(SchemaPhase.OLD);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInstanceThatKnowsNothingOfTheRenameIsCountedByWhatItMaps(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            Fleet old = unaware(town, "bio");
            old.enter();
            assertThat(town.ledger.fleet(town.record()))
                    .extracting(Member::phase)
                    .containsExactly(SchemaPhase.OLD);
            assertThat(town.record().standing().newCurrent()).isFalse();
            old.leave();

            Fleet neither = unaware(town, "id");
            neither.enter();
            assertThat(neither.presence()).isEqualTo(Presence.UNCOUNTED);
            assertThatThrownBy(() -> unaware(town, "description").enter()).hasMessageContaining("phase NEW");
            assertThatThrownBy(() -> unaware(town, "bio", "description").enter())
                    .hasMessageContaining("by hand");
        }
    }

    private static Fleet unaware(Town town, String... columns) {
        Set<MappedColumn> mapped = Stream.of(columns)
                .map(column -> new MappedColumn(null, "USERS", column))
                .collect(java.util.stream.Collectors.toSet());
        return town.instance(
                new Mapped(List.of(), mapped, false),
                new FleetSettings(Guard.ENFORCE, Town.HEARTBEAT, Town.EXPIRY, true));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpiredInstanceIsEndedWithWhatItHasBegun(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.execute("insert into users (id, bio) values (1, 'before')");
            town.release();
            Fleet paused = town.instance(SchemaPhase.DUAL_WRITE, UNHEARD);
            paused.enter();
            try (Connection connection = town.dataSource().getConnection()) {
                paused.use(connection);
                connection.setAutoCommit(false);
                execute(connection, "update users set bio = 'of the old phase' where id = 1");
                town.silence();

                town.instance(SchemaPhase.NEW).enter();

                assertThat(town.ledger.fleet(town.record()))
                        .extracting(Member::phase)
                        .containsExactly(SchemaPhase.NEW);
                assertThatThrownBy(() -> {
                            execute(connection, "update users set bio = 'again' where id = 1");
                            connection.commit();
                        })
                        .isInstanceOf(SQLException.class);
            }
            assertThat(town.sql()
                            .sql("select bio from users")
                            .query(String.class)
                            .single())
                    .isEqualTo("before");
            assertThatThrownBy(() -> use(town, paused, "select 1")).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(paused.presence()).isEqualTo(Presence.GONE);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInstanceThatIsGoneComesBackWhenTheRulesAllowIt(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.release();
            Fleet paused = town.instance(SchemaPhase.DUAL_WRITE, UNHEARD);
            paused.enter();
            town.silence();
            town.instance(SchemaPhase.NEW).enter();
            assertThatThrownBy(() -> use(town, paused, "select 1")).hasMessageContaining("neither reads nor writes");
            assertThat(paused.refusal()).hasMessageContaining("the old column must be current");

            town.current(true, true);
            use(town, paused, "select 1");

            assertThat(paused.presence()).isEqualTo(Presence.MEMBER);
            assertThat(paused.refusal()).isNull();
        }
    }

    /** Readiness hangs by it: also where the instance has left meanwhile, as a paused context does. */
    @ParameterizedTest
    @MethodSource("databases")
    void whoWasToldThatAnInstanceIsGoneIsToldThatItIsBack(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.release();
            List<Presence> told = new ArrayList<>();
            try (Fleet paused = new Fleet(town.ledger, Instance.named("paused"), UNHEARD, told::add)) {
                paused.map(Town.mapped(SchemaPhase.DUAL_WRITE));
                paused.enter();
                town.silence();
                Fleet next = town.instance(SchemaPhase.NEW);
                next.enter();
                assertThatThrownBy(() -> use(town, paused, "select 1"))
                        .isInstanceOf(SQLTransientConnectionException.class);
                assertThat(told).containsExactly(Presence.GONE);
                next.leave();
                paused.leave();
                town.current(true, true);

                paused.enter();

                assertThat(told).containsExactly(Presence.GONE, Presence.MEMBER);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInstanceWhoseSessionsCannotBeFoundKeepsItsPlaceUntilItIsForgotten(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.release();
            Fleet pooled = town.instance(
                    SchemaPhase.DUAL_WRITE,
                    new FleetSettings(Guard.ENFORCE, UNHEARD.heartbeat(), UNHEARD.expiry(), false));
            pooled.enter();
            town.silence();

            assertThatThrownBy(() -> town.instance(SchemaPhase.NEW).enter())
                    .hasMessageContaining(
                            "--seamless.run-instance=" + pooled.instance().id());
            town.ledger.forget(pooled.instance().id(), Instance.named("a person"));
            town.instance(SchemaPhase.NEW).enter();
            assertThatThrownBy(() -> town.ledger.forget(pooled.instance().id(), Instance.named("a person")))
                    .hasMessageContaining("No instance");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aGuardThatOnlyWarnsEntersAndClearsTheFactsThatItMakesFalse(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            town.instance(SchemaPhase.READ_NEW).enter();
            for (Guard guard : List.of(Guard.WARN, Guard.OFF)) {
                Fleet weak =
                        town.instance(SchemaPhase.OLD, new FleetSettings(guard, Town.HEARTBEAT, Town.EXPIRY, true));
                weak.enter();
                assertThat(weak.presence()).isEqualTo(Presence.MEMBER);
                assertThat(town.record().standing().newCurrent()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPhaseThatIsNotGivenIsNoLongerOldOnceTheFleetWasBeyond(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            Mapped silent =
                    new Mapped(List.of(new Use("user-bio", Town.PAIR, SchemaPhase.OLD, false)), Town.columns(), false);
            FleetSettings settings = new FleetSettings(Guard.ENFORCE, Town.HEARTBEAT, Town.EXPIRY, true);
            Fleet first = town.instance(silent, settings);
            first.enter();
            town.instance(SchemaPhase.DUAL_WRITE).enter();

            assertThatThrownBy(() -> town.instance(silent, settings).enter())
                    .hasMessageContaining("Set seamless.renames.user-bio.schema; to go back, say old.");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onceEveryPairIsClosedNobodyIsCounted(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.release();
            Fleet fleet = town.instance(SchemaPhase.NEW);
            fleet.enter();
            assertThat(fleet.presence()).isEqualTo(Presence.MEMBER);
            town.migrate(Migration.CONTRACT);

            Thread.sleep(3 * Town.EXPIRY.toMillis());

            assertThat(fleet.presence()).isEqualTo(Presence.UNCOUNTED);
            assertThat(town.ledger.fleet(town.record())).isEmpty();
        }
    }

    /** Whoever uses connections all the time must not look before the heartbeat does, which alone can find that it may rest. */
    @ParameterizedTest
    @MethodSource("databases")
    void aBusyInstanceIsNotCountedForEverEither(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.release();
            Fleet fleet = town.instance(SchemaPhase.NEW);
            fleet.enter();
            town.migrate(Migration.CONTRACT);

            long end = System.nanoTime() + Town.EXPIRY.multipliedBy(5).toNanos();
            while (System.nanoTime() < end && fleet.presence() != Presence.UNCOUNTED) {
                use(town, fleet, "select 1");
            }

            assertThat(fleet.presence()).isEqualTo(Presence.UNCOUNTED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void heartbeatsKeepAnIdleInstanceAlive(TestDatabase database) throws Exception {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            town.instance(SchemaPhase.READ_NEW).enter();
            Thread.sleep(3 * Town.EXPIRY.toMillis());

            assertThatThrownBy(() -> town.instance(SchemaPhase.OLD).enter()).isInstanceOf(RefusedException.class);
        }
    }

    private static void use(Town town, Fleet fleet, String sql) throws SQLException {
        try (Connection connection = town.dataSource().getConnection()) {
            fleet.use(connection);
            try {
                execute(connection, sql);
            } finally {
                fleet.released(connection);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
