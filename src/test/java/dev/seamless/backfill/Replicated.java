package dev.seamless.backfill;

import dev.seamless.database.FreshDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL, and a hot standby that follows it. */
final class Replicated implements AutoCloseable {

    /** What belongs to the running primary, and the log, which the standby is sent. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    Replicated() throws IOException, SQLException {
        Path home = Files.createTempDirectory("replicated");
        Path original = home.resolve("primary");
        Path copy = home.resolve("standby");
        primary = EmbeddedPostgres.builder()
                .setDataDirectory(original)
                .setServerConfig("fsync", "off")
                .start();
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copy(original, copy);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost user=postgres port=" + primary.getPort()
                        + "'\nwal_receiver_status_interval = 1s\n",
                StandardOpenOption.APPEND);
        standby = EmbeddedPostgres.builder()
                .setDataDirectory(copy)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path relative = from.relativize(path);
                boolean log = relative.startsWith("pg_wal") && relative.getNameCount() > 1;
                if (!log && !NOT_COPIED.contains(path.getFileName().toString())) {
                    Files.copy(path, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    FreshDatabase database() {
        return new FreshDatabase(primary.getJdbcUrl("postgres", "postgres"), "postgres", "", "select 1");
    }

    /** Lets the standby receive the log, and not apply it. */
    void pauseReplay() {
        onStandby("select pg_wal_replay_pause()");
    }

    void resumeReplay() {
        onStandby("select pg_wal_replay_resume()");
    }

    private void onStandby(String sql) {
        new FreshDatabase(standby.getJdbcUrl("postgres", "postgres"), "postgres", "", "select 1").execute(sql);
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
