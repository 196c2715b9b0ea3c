package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A verification counts, repairs, and tells rows that lag from rows that stay different. */
@Timeout(120)
class VerifyTest {

    private static final PassRequest VERIFY = PassRequest.verify(PassTown.PAIR, Direction.FORWARD, null);

    /** Remembers what it is told. */
    private static final class Notes implements PassObserver {

        private final List<Pause> pauses = Collections.synchronizedList(new ArrayList<>());
        private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void paused(Pause why, Duration howLong) {
            pauses.add(why);
        }

        @Override
        public void left(long rows, List<String> someKeys) {
            keys.addAll(someKeys);
        }
    }

    private final Notes notes = new Notes();

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void rowsThatLagAreCountedAndRepaired(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(1000);
            town.forward();
            town.execute("update users set bio = 'by a program of the old days' where id in (7, 700)");

            EndedPass ended = town.run(VERIFY, PassSettings.DEFAULTS, notes);

            assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
            assertThat(ended.progress().changed()).isEqualTo(2);
            assertThat(ended.progress().left()).isZero();
            assertThat(notes.keys).isEmpty();
            assertThat(town.drifted()).isZero();
        }
    }

    /** H2 has triggers in Java alone. */
    static Stream<TestDatabase> withTriggers() {
        return TestDatabase.all().filter(database -> database != TestDatabase.H2);
    }

    @ParameterizedTest
    @MethodSource("withTriggers")
    void rowsThatStayDifferentAreToldByTheirKeysAndNothingIsMarked(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(1000);
            if (database == TestDatabase.MARIADB) {
                town.execute("create trigger mine before update on users for each row"
                        + " set new.description = if(new.id in (8, 9), 'mine', new.description)");
            } else {
                town.execute("create function mine() returns trigger language plpgsql as"
                        + " $$ begin if new.id in (8, 9) then new.description := 'mine'; end if; return new; end $$");
                town.execute("create trigger mine before update on users for each row execute function mine()");
            }

            EndedPass ended = town.run(VERIFY, PassSettings.DEFAULTS, notes);

            assertThat(ended.end()).isEqualTo(PassEnd.LEFT_ROWS);
            assertThat(ended.progress().left()).isEqualTo(2);
            assertThat(ended.progress().changed()).isEqualTo(898);
            assertThat(notes.keys).containsExactly("1:8", "1:9");
            assertThat(town.record().standing().newCurrent()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void itBeginsWhenOlderTransactionsHaveEnded(TestDatabase database) throws Exception {
        try (PassTown town = new PassTown(database);
                Connection old = town.database().connect();
                Statement statement = old.createStatement()) {
            town.fill(100);
            old.setAutoCommit(false);
            statement.execute("update users set bio = 'late' where id = 5");
            CompletableFuture<EndedPass> verification =
                    CompletableFuture.supplyAsync(() -> town.run(VERIFY, PassSettings.DEFAULTS, notes));
            while (!notes.pauses.contains(Pause.OLDER_TRANSACTIONS)) {
                assertThat(verification).isNotDone();
                Thread.sleep(10);
            }
            assertThat(town.progress()).isEmpty();
            old.commit();

            assertThat(verification.get().end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
        }
    }

    /** PostgreSQL hides from a role what the sessions of others are. */
    @Test
    void itSeesTheTransactionsOfOtherRoles() throws Exception {
        String role = "r" + UUID.randomUUID().toString().substring(0, 8);
        try (PassTown town = new PassTown(TestDatabase.POSTGRESQL);
                Connection old = town.database().connect();
                Statement statement = old.createStatement()) {
            town.execute("create role " + role + " login password 'secret'");
            old.setAutoCommit(false);
            try (ResultSet own = statement.executeQuery(
                    "select virtualxid from pg_locks where locktype = 'virtualxid' and pid = pg_backend_pid()")) {
                own.next();

                assertThat(new PostgreSqlBackfill()
                                .transactions(new JdbcTemplate(new DriverManagerDataSource(
                                        town.database().url(), role, "secret"))))
                        .contains(own.getString(1));
            } finally {
                town.execute("drop role " + role);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void itDoesNotTakeThePlaceOfAPassThatIsUnderWay(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(100);
            town.forward();
            town.passes.begin(Direction.FORWARD, PassTown.PAIR);

            assertThat(town.run(VERIFY).end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.ledger.history(town.record(), 20).stream()
                            .filter(event -> event.what().equals("ended forward pass")))
                    .hasSize(3);
        }
    }
}
