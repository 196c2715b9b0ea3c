package dev.seamless.backfill;

import dev.seamless.Pair;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.PostgresBinaries;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.Passes;
import dev.seamless.protocol.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A PostgreSQL that writes as one in production does, to the disk before it answers and into files of its log that it has used
 * before, with a table whose new column is empty.
 */
final class BenchmarkServer implements AutoCloseable {

    static final Pair PAIR = new Pair(null, "users", "bio", "description");

    private static final Duration EXPIRY = Duration.ofMillis(100);

    private final EmbeddedPostgres server;
    private final FreshDatabase database;
    private final int rows;

    BenchmarkServer(int rows) throws IOException {
        this.rows = rows;
        this.server = EmbeddedPostgres.builder()
                .setPgBinaryResolver(PostgresBinaries.newest())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("min_wal_size", "4GB")
                .setServerConfig("autovacuum", "off")
                .start();
        this.database = new FreshDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "", "select 1");
    }

    FreshDatabase database() {
        return database;
    }

    int rows() {
        return rows;
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    /** Rows of some two hundred bytes, a fresh copy for each run; nothing is left to do for the server when it returns. */
    void fresh() {
        database.execute("drop schema public cascade");
        database.execute("create schema public");
        database.execute("create table users (id bigint primary key, handle varchar(60), bio varchar(200))");
        database.execute(
                "insert into users select n, concat('user number ', n), rpad(concat('about ', n, ' '), 150, 'x')"
                        + " from generate_series(1, " + rows + ") n");
        Ledger ledger = new Ledger(dataSource());
        ledger.initialize();
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("migrations"), EXPIRY);
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        database.execute("alter table users add column description varchar(200)");
        steps.lift(Migration.EXPAND, PAIR);
        database.execute("vacuum (freeze, analyze) users");
        database.execute("checkpoint");
    }

    /** The passes over the table, once they may begin. */
    Passes passes(DataSource pool) throws InterruptedException {
        Passes passes = new Passes(new Ledger(pool), Instance.named("benchmark"), EXPIRY);
        Thread.sleep(passes.untilReady(PAIR).toMillis() + 1);
        return passes;
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    void requireFilled() {
        try (Connection connection = connect();
                var behind = connection
                        .createStatement()
                        .executeQuery("select count(*) from users where bio is distinct from description")) {
            behind.next();
            if (behind.getLong(1) > 0) {
                throw new IllegalStateException(behind.getLong(1) + " rows are behind");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
