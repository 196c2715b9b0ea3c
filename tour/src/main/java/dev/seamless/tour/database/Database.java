package dev.seamless.tour.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL of the tour's own: empty when it starts, gone when it is closed. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Postmaster postmaster;

    /**
     * Starts it.
     *
     * @param directory where its files are, until it is closed
     */
    public Database(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        Files.createDirectories(absolute);
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(absolute)
                .setCleanDataDirectory(true)
                // The embedded one turns it off, and loses what it has acknowledged when it is stopped at once.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB")
                // All share few cores: a page of users counts them all, which more processes do not make quicker.
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .start();
        this.postmaster = new Postmaster(absolute);
    }

    /** Its JDBC URL. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Its user, who needs no password. */
    public String user() {
        return "postgres";
    }

    /** Stops it at once, as a power cut of the process would, and starts it again. */
    public void restart() throws IOException, InterruptedException {
        postmaster.restart();
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A number. */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Texts by numbers. */
    public Map<Long, String> texts(String sql) throws SQLException {
        Map<Long, String> texts = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.put(rows.getLong(1), String.valueOf(rows.getString(2)));
            }
        }
        return texts;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
