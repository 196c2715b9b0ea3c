package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationConnection;
import org.postgresql.replication.PGReplicationStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is waited for of those who are sent the log: nobody confirms anything here after the first word. */
class PostgreSqlLagTest {

    private static EmbeddedPostgres server;

    private final JdbcTemplate sql = new JdbcTemplate(server.getPostgresDatabase());

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("wal_level", "logical")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, "postgres");
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"), properties);
    }

    private LogSequenceNumber here() {
        return LogSequenceNumber.valueOf(sql.queryForObject("select pg_current_wal_lsn()::text", String.class));
    }

    /** The lag a tenth of a second after something was written that the stream does not confirm. */
    private Duration lag(PGReplicationStream stream, LogSequenceNumber confirmed) throws Exception {
        stream.setFlushedLSN(confirmed);
        stream.setAppliedLSN(confirmed);
        stream.forceUpdateStatus();
        while (sql.queryForObject("select count(*) from pg_stat_replication where replay_lsn is not null", Long.class)
                == 0) {
            Thread.sleep(10);
        }
        sql.execute("create table written (id integer)");
        PostgreSqlLag lag = new PostgreSqlLag();
        lag.look(sql);
        Thread.sleep(100);
        Duration seen = lag.look(sql);
        sql.execute("drop table written");
        return seen;
    }

    @Test
    void aStandbyIsWaitedFor() throws Exception {
        LogSequenceNumber confirmed = here();
        try (Connection connection = connect();
                PGReplicationStream stream = replication(connection)
                        .replicationStream()
                        .physical()
                        .withStartPosition(confirmed)
                        .start()) {
            assertThat(lag(stream, confirmed)).isGreaterThan(Duration.ofMillis(99));
        }
    }

    @Test
    void aSubscriberIsNot() throws Exception {
        sql.execute("create publication quiet");
        LogSequenceNumber confirmed = here();
        try (Connection connection = connect()) {
            replication(connection)
                    .createReplicationSlot()
                    .logical()
                    .withSlotName("quiet")
                    .withOutputPlugin("pgoutput")
                    .withTemporaryOption()
                    .make();
            try (PGReplicationStream stream = replication(connection)
                    .replicationStream()
                    .logical()
                    .withSlotName("quiet")
                    .withSlotOption("proto_version", 1)
                    .withSlotOption("publication_names", "quiet")
                    .start()) {
                assertThat(lag(stream, confirmed)).isZero();
            }
        }
    }

    private static PGReplicationConnection replication(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getReplicationAPI();
    }
}
