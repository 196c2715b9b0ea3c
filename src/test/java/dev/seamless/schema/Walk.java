package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.database.FreshDatabase;
import dev.seamless.protocol.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Walks the way of one rename in a test: writes the next migration for Flyway, and runs it. */
final class Walk {

    private final FreshDatabase database;
    private final Path directory;
    private final Pair pair;
    private final @Nullable TypeChange change;
    private final boolean twice;

    Walk(FreshDatabase database, Path directory, Pair pair, @Nullable TypeChange change, boolean twice) {
        this.database = database;
        this.directory = directory;
        this.pair = pair;
        this.change = change;
        this.twice = twice;
    }

    Table table() {
        return table(database, pair);
    }

    static Table table(FreshDatabase database, Pair pair) {
        try (Connection connection = database.connect()) {
            return new Catalogue(connection).table(pair).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<MigrationFile> files(Migration migration) {
        return new Migrations(table(), change).files(migration);
    }

    /** Writes and runs a migration, and returns the table afterwards. */
    Table migrate(Migration migration) {
        List<MigrationFile> files = files(migration);
        try {
            new FlywayFiles(directory)
                    .write(
                            "user-bio",
                            twice
                                    ? files.stream()
                                            .flatMap(file -> Stream.of(file, file))
                                            .toList()
                                    : files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(database, directory);
        return table();
    }

    static void run(FreshDatabase database, Path directory) {
        flyway(database, directory).migrate();
    }

    /** What a runner does after a failure: it mends the history, in which some databases leave the failure, and runs again. */
    static void runAgain(FreshDatabase database, Path directory) {
        flyway(database, directory).repair();
        run(database, directory);
    }

    /** Runs statements in one connection. */
    static void run(FreshDatabase database, List<String> statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flyway flyway(FreshDatabase database, Path directory) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + directory)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // An index that is built concurrently waits for the transaction in which Flyway would hold its lock.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }
}
