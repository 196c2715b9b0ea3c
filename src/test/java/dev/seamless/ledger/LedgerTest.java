package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger on real databases: what migrations write into it, and what it refuses. */
class LedgerTest {

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void walksAllEightMigrationsForthAndBack(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.NEW);
            town.current(true, true);
            town.migrate(Migration.ALIGN);
            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.OLD, SchemaPhase.NEW);
            town.migrate(Migration.RELEASE);
            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.OLD);
            town.migrate(Migration.CONTRACT);
            assertThat(town.record().isOpen()).isFalse();
            assertThat(town.record().standing().oldCurrent()).isFalse();
            town.migrate(Migration.RETREAT);
            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.OLD);
            town.current(true, true);
            town.migrate(Migration.TIGHTEN);
            town.migrate(Migration.LOOSEN);
            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.NEW);
            town.migrate(Migration.WITHDRAW);
            assertThat(town.record().isOpen()).isFalse();
            assertThat(town.ledger.history(town.record(), 100))
                    .extracting(Event::what)
                    .contains("recorded", "began expand", "ended expand", "began withdraw", "ended withdraw")
                    .hasSize(17);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMigrationThatDiedIsResumedByBeginningItAgain(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.steps().begin(Migration.EXPAND, Town.PAIR, "V2__expand.sql", false);
            assertThat(town.record().script()).isEqualTo("V2__expand.sql");

            assertThatThrownBy(() -> town.steps().begin(Migration.RETREAT, Town.PAIR, "V3.sql", false))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("at most one migration");
            town.migrate(Migration.EXPAND);

            assertThat(town.record().standing().migration()).isNull();
            assertThat(town.steps().lift(Migration.EXPAND, Town.PAIR)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRefusedMigrationNamesTheRuleAndTheNextMove(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.instance(SchemaPhase.OLD).enter();

            assertThatThrownBy(() -> town.steps().begin(Migration.ALIGN, Town.PAIR, "V3.sql", false))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("may not begin align now")
                    .hasMessageContaining("the new column must be current")
                    .hasMessageContaining("instance 1")
                    .hasMessageContaining("in OLD since")
                    .hasMessageContaining("Next move: deploy DUAL_WRITE");
            assertThat(town.ledger.history(town.record(), 1))
                    .extracting(Event::what, Event::detail)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("refused", "align: [ALIGN_NEEDS_NEW_CURRENT]"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContractIsTakenBackWhileItsColumnIsThere(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            town.migrate(Migration.ALIGN);
            town.migrate(Migration.RELEASE);
            town.steps().begin(Migration.CONTRACT, Town.PAIR, "V5.sql", false);

            assertThatThrownBy(() -> town.steps().takeBack(Town.PAIR, Duration.ofMinutes(1)))
                    .hasMessageContaining("so that its DDL may yet run");
            town.steps().takeBack(Town.PAIR, Duration.ZERO);

            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.OLD);
            assertThat(town.record().standing().oldCurrent()).isFalse();
            assertThatThrownBy(() -> town.steps().takeBack(Town.PAIR, Duration.ZERO))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableOfTheSameRunHasBothColumnsCurrentAfterExpand(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.execute("insert into users (id, bio) values (1, 'Ada')");
            town.steps().begin(Migration.EXPAND, Town.PAIR, "V2.sql", true);
            town.execute("alter table users add column description varchar(100)");
            town.steps().lift(Migration.EXPAND, Town.PAIR);

            assertThat(town.record().standing().newCurrent()).isTrue();
            assertThat(town.sql()
                            .sql("select description from users")
                            .query(String.class)
                            .single())
                    .isEqualTo("Ada");
            for (Migration migration : List.of(Migration.ALIGN, Migration.RELEASE, Migration.CONTRACT)) {
                town.migrate(migration);
            }
            town.instance(SchemaPhase.NEW).enter();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSeededTableOfAnotherTypeWaitsForItsBackfill(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.execute("insert into users (id, bio) values (1, '12')");
            town.steps().begin(Migration.EXPAND, Town.PAIR, "V2.sql", true);
            town.execute("alter table users add column description integer");
            town.steps().lift(Migration.EXPAND, Town.PAIR);

            assertThat(town.record().standing().newCurrent()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void withoutItsTablesItSaysHowToGetThem(TestDatabase database) {
        try (Town town = new Town(database)) {
            assertThat(town.ledger.pairs()).isEmpty();
            assertThat(town.ledger.find(Town.PAIR)).isEmpty();
            assertThatThrownBy(() -> town.steps().begin(Migration.EXPAND, Town.PAIR, "V2.sql", false))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("dev/seamless/ledger/schema-");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void barsAreReadFromATableThatWasChangedByHand(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.execute("alter table users add column description varchar(100) default 'x' not null");
            town.execute("alter table users add constraint tight check (description <> '')");
            town.steps().begin(Migration.EXPAND, Town.PAIR, "V2.sql", false);

            assertThat(town.record().standing().barred()).containsExactly(SchemaPhase.OLD);
        }
    }

    /** Whoever entered between the run that created the table and the lift of expand may have written the old column alone. */
    @ParameterizedTest
    @MethodSource("databases")
    void aFreshTableIsFreshUntilSomebodyEnters(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.steps().begin(Migration.EXPAND, Town.PAIR, "V2.sql", true);
            town.execute("alter table users add column description varchar(100)");
            town.instance(SchemaPhase.OLD).enter();
            town.execute("insert into users (id, bio) values (1, 'written by OLD')");

            town.steps().lift(Migration.EXPAND, Town.PAIR);

            assertThat(town.record().standing().newCurrent()).isFalse();
            assertThatThrownBy(() -> town.instance(SchemaPhase.READ_NEW).enter())
                    .isInstanceOf(RefusedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInstanceThatComesWhenEveryPairIsClosedIsNotCounted(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.release();
            town.migrate(Migration.CONTRACT);
            Fleet fleet = town.instance(SchemaPhase.NEW);
            fleet.enter();

            assertThat(fleet.presence()).isEqualTo(Presence.UNCOUNTED);
            assertThat(town.ledger.fleet(town.record())).isEmpty();
        }
    }

    /** Two applications, each with an id of its own for the rename: the pair is the place in the table. */
    @ParameterizedTest
    @MethodSource("databases")
    void twoApplicationsOnOneTableAreOneFleet(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.current(true, true);
            town.instance(SchemaPhase.READ_NEW).enter();
            String table = database == TestDatabase.MARIADB ? "users" : "USERS"; // whose tables have a case, on Linux
            Mapped another = new Mapped(
                    List.of(new Use(
                            "person-about", new Pair(null, table, "BIO", "DESCRIPTION"), SchemaPhase.OLD, true)),
                    Set.of(),
                    false);

            assertThatThrownBy(() -> town.instance(another, Town.SETTINGS).enter())
                    .hasMessageContaining("OLD does not write the new column")
                    .hasMessageContaining("instance 1");
            assertThat(town.ledger.pairs()).hasSize(1);
        }
    }
}
