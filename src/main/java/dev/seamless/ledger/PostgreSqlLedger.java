package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: a session carries its instance in its application name, and any session of one's own role can be ended. */
final class PostgreSqlLedger implements LedgerDatabase {

    private static final String OF_INSTANCE =
            " from pg_stat_activity where pid <> pg_backend_pid() and application_name like '%[' || ? || ']'";

    @Override
    public String script() {
        return "schema-postgresql.sql";
    }

    @Override
    public boolean hasTables(Connection connection) throws SQLException {
        return Jdbc.number(connection, "select count(to_regclass('seamless_pair'))") > 0;
    }

    @Override
    public @Nullable String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Not {@code now()}, which stands still during a transaction. */
    @Override
    public String now() {
        return "clock_timestamp()";
    }

    @Override
    public String millisSince(String column) {
        return "cast(extract(epoch from clock_timestamp() - " + column + ") * 1000 as bigint)";
    }

    @Override
    public Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public long waitForLocks(Connection connection, long millis) throws SQLException {
        if (millis >= 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = " + millis);
            }
        }
        return -1;
    }

    /** Behind the application's own name, which is cut where both do not fit into the 63 bytes that PostgreSQL keeps. */
    @Override
    public boolean name(Connection connection, String instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('application_name',"
                + " rtrim(left(regexp_replace(current_setting('application_name'), ' ?\\[[0-9a-f]{12}\\]$', ''), 45))"
                + " || ' [' || ? || ']', false)")) {
            statement.setString(1, instance);
            statement.execute();
            return true;
        }
    }

    @Override
    public int endSessions(Connection connection, String instance) throws SQLException {
        Jdbc.number(connection, "select count(pg_terminate_backend(pid, 1000))" + OF_INSTANCE, instance);
        Jdbc.number(connection, "select count(pg_stat_clear_snapshot())");
        return (int) Jdbc.number(connection, "select count(*)" + OF_INSTANCE, instance);
    }
}
