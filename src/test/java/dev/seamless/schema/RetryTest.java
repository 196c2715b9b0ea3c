package dev.seamless.schema;

import static dev.seamless.protocol.Migration.ALIGN;
import static dev.seamless.protocol.Migration.CONTRACT;
import static dev.seamless.protocol.Migration.EXPAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;

/** A file that fails leaves nothing that keeps it from being run again. */
class RetryTest {

    @TempDir
    private Path directory;

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anIdleTransactionThatHoldsTheTableMakesDdlFailSoonAndARetryEnds(TestDatabase kind) throws SQLException {
        try (FreshDatabase database = kind.open()) {
            TableCase.PLAIN.statements(kind, "bio").forEach(database::execute);
            Walk walk = new Walk(database, directory, TableCase.PAIR, null, false);
            try (Connection idle = database.connect();
                    Statement statement = idle.createStatement()) {
                idle.setAutoCommit(false);
                statement.executeUpdate("update users set bio = 'held' where id = 1");

                Instant begun = Instant.now();
                assertThatThrownBy(() -> walk.migrate(EXPAND)).hasMessageContaining("V1__user_bio_expand");
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
                idle.rollback();
            }
            Walk.runAgain(database, directory);
            assertThat(walk.table().has("description")).isTrue();
        }
    }

    @Test
    void anIndexThatAFailedBuildHasLeftIsReplaced() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            database.execute("create table users (id int primary key, bio int unique)");
            database.execute("insert into users values (1, 1), (2, 2)");
            Walk walk = new Walk(database, directory, TableCase.PAIR, null, false);
            walk.migrate(EXPAND);
            database.execute("update users set description = 7");

            assertThatThrownBy(() -> walk.migrate(ALIGN)).hasMessageContaining("could not create unique index");
            assertThat(walk.table().indexes())
                    .singleElement()
                    .satisfies(index -> assertThat(index.valid()).isFalse());

            database.execute("update users set description = bio");
            Walk.runAgain(database, directory);
            assertThat(walk.table().sealed()).isTrue();
            assertThat(walk.table().indexes()).isEmpty();
        }
    }

    @Test
    void nothingIsRunAgainWhenTheProcessEnds() {
        MigrationRetry retry = new MigrationRetry(Duration.ofMinutes(1), () -> Optional.of("V2__contract.sql"));
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> retry.run(() -> {
                    attempts.incrementAndGet();
                    retry.stop();
                    throw new CannotAcquireLockException("held", new SQLException("held", "55P03"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not run again");
        assertThat(attempts).hasValue(1);
    }

    /** What a migration of the fleet's past has left is seen by the next one. */
    @Test
    void aConstraintThatIsNotValidatedIsNoTwin() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            database.execute("create table users (id int primary key, bio int check (bio > 0), description int)");
            database.execute(
                    "alter table users add constraint users_description_check check (description > 0) not valid");
            Table table = Walk.table(database, TableCase.PAIR);

            assertThat(new Twins(table, "bio", "description", null).constraints())
                    .extracting(Constraint::name)
                    .containsExactly("users_description_check");
            assertThatThrownBy(() -> new Migrations(table).files(CONTRACT)).hasMessageContaining("constraints");
        }
    }
}
