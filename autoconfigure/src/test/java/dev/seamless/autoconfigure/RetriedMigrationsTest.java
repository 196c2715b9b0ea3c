package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.FlywayFiles;
import dev.seamless.schema.LostLock;
import dev.seamless.schema.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Migrations that do not get their lock, that have failed before, or that would take long, when the application starts. */
class RetriedMigrationsTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");

    @TempDir
    private Path scripts;

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    private ApplicationContextRunner starting(FreshDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessGateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.flyway.enabled=true",
                        "spring.flyway.locations=filesystem:" + scripts,
                        "spring.flyway.baseline-on-migrate=true",
                        "spring.flyway.baseline-version=0",
                        "seamless.ledger.initialize-schema=always",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared");
    }

    private void generate(FreshDatabase database, Migration migration) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            new FlywayFiles(scripts)
                    .write(
                            "user-bio",
                            new Migrations(new Catalogue(connection).table(PAIR).orElseThrow()).files(migration));
        }
    }

    private static void createUsers(FreshDatabase database) {
        database.execute("create table users (id int primary key, bio varchar(90))");
        database.execute("insert into users values (1, 'first'), (2, null)");
    }

    /** Of a transaction that holds the table for seven seconds, and of the DDL behind it, nobody else waits for as long as that. */
    @ParameterizedTest
    @MethodSource("databases")
    void anIdleTransactionMakesTheMigrationTryAgainAndOthersWaitNoLongerThanTheLockTimeout(TestDatabase kind)
            throws Exception {
        try (FreshDatabase database = kind.open();
                Connection idle = database.connect();
                Statement statement = idle.createStatement()) {
            createUsers(database);
            generate(database, Migration.EXPAND);
            idle.setAutoCommit(false);
            statement.executeUpdate("update users set bio = 'held' where id = 1");
            ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
            try {
                var ended = later.schedule(
                        () -> {
                            idle.commit();
                            return true;
                        },
                        7,
                        TimeUnit.SECONDS);
                CompletableFuture<Duration> longest =
                        CompletableFuture.supplyAsync(() -> longestUpdateUntil(ended::isDone, database), later);

                starting(database).run(context -> assertThat(context).hasNotFailed());

                assertThat(ended.isDone()).isTrue();
                assertThat(longest.get()).isLessThan(Duration.ofSeconds(5));
                database.execute("update users set description = bio");
            } finally {
                later.shutdownNow();
            }
        }
    }

    /** Where the database keeps a failure, the one finds that of the other. */
    @ParameterizedTest
    @MethodSource("databases")
    void twoInstancesThatStartTogetherBothComeUp(TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.open();
                Connection idle = database.connect();
                Statement statement = idle.createStatement()) {
            createUsers(database);
            generate(database, Migration.EXPAND);
            idle.setAutoCommit(false);
            statement.executeUpdate("update users set bio = 'held' where id = 1");
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                starts.add(CompletableFuture.runAsync(() ->
                        starting(database).run(context -> assertThat(context).hasNotFailed())));
            }
            Thread.sleep(5000);
            idle.commit();

            for (CompletableFuture<Void> start : starts) {
                start.get(60, TimeUnit.SECONDS);
            }
            database.execute("update users set description = bio");
        }
    }

    private static Duration longestUpdateUntil(BooleanSupplier ended, FreshDatabase database) {
        Duration longest = Duration.ZERO;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!ended.getAsBoolean()) {
                long begun = System.nanoTime();
                try {
                    statement.executeUpdate("update users set bio = 'other' where id = 2");
                } catch (SQLException e) {
                    if (!LostLock.isIn(e)) {
                        throw e;
                    }
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                longest = waited.compareTo(longest) > 0 ? waited : longest;
                Thread.sleep(20);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return longest;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMarkedScriptThatFailedIsRunAgainByTheNextStart(TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.open()) {
            createUsers(database);
            Files.writeString(
                    scripts.resolve("V1__expand.sql"),
                    "-- seamless: expand users (bio -> description)\nalter table user add column description varchar(90);");
            starting(database).run(context -> assertThat(context).hasFailed());
            Files.writeString(
                    scripts.resolve("V1__expand.sql"),
                    "-- seamless: expand users (bio -> description)\nalter table users add column description varchar(90);");

            starting(database).run(context -> assertThat(context).hasNotFailed());

            database.execute("update users set description = bio");
        }
    }

    /** Where the database has kept the failure; PostgreSQL has rolled it back. */
    @ParameterizedTest
    @MethodSource("databases")
    void anyOtherScriptThatFailedStaysForAPersonToMend(TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.open()) {
            createUsers(database);
            Files.writeString(scripts.resolve("V1__own.sql"), "alter table user add column own int;");
            starting(database).run(context -> assertThat(context).hasFailed());
            Files.writeString(scripts.resolve("V1__own.sql"), "alter table users add column own int;");

            starting(database).run(context -> {
                if (kind == TestDatabase.POSTGRESQL || kind == TestDatabase.POSTGRESQL_18) {
                    assertThat(context).hasNotFailed();
                } else {
                    assertThat(context).getFailure().rootCause().hasMessageContaining("failed migration to version 1");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aStartDoesNotRunWhatTakesLongOnALargeTableAndTheCommandDoes(TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.open()) {
            createUsers(database);
            database.execute("alter table users add column description varchar(90)");
            List<String> rows = new ArrayList<>();
            for (int i = 3; i <= 10_001; i++) {
                rows.add("(" + i + ")");
            }
            database.execute("insert into users (id) values " + String.join(", ", rows));
            String script = "-- seamless: expand users (bio -> description)\n"
                    + "-- seamless: long expand users (bio -> description)\nupdate users set description = bio;";
            Files.writeString(scripts.resolve("V1__expand.sql"), script);

            starting(database)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("V1__expand.sql takes as long as the table users is big")
                            .hasMessageContaining("--seamless.run=migrate"));
            starting(database)
                    .withPropertyValues("seamless.run=migrate")
                    .run(context -> assertThat(context).hasNotFailed());
            database.execute("alter table users drop column description");
        }
    }
}
