package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL: a session has no name of its own, so it holds a user-level lock that names its instance and itself. The lock
 * dies with the session, and any session of one's own user can be found in the process list and killed.
 */
final class MySqlLedger implements LedgerDatabase {

    private static final String LOCK = "concat('seamless:', ?, ':', id)";
    private static final String OF_INSTANCE =
            " from information_schema.processlist where id <> connection_id() and is_used_lock(" + LOCK + ") = id";

    private static final String OF_ANOTHER_USER =
            "select count(*) from seamless_instance where instance = ? and database_user <> current_user()";

    @Override
    public String script() {
        return "schema-mysql.sql";
    }

    @Override
    public boolean hasTables(Connection connection) throws SQLException {
        return Jdbc.number(
                        connection,
                        "select count(*) from information_schema.tables"
                                + " where table_schema = database() and table_name = 'seamless_pair'")
                > 0;
    }

    @Override
    public @Nullable String schema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public String now() {
        return "utc_timestamp(3)";
    }

    @Override
    public String millisSince(String column) {
        return "timestampdiff(microsecond, " + column + ", utc_timestamp(3)) div 1000";
    }

    @Override
    public Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    public long waitForLocks(Connection connection, long millis) throws SQLException {
        long before = Jdbc.number(connection, "select @@innodb_lock_wait_timeout") * 1000;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set innodb_lock_wait_timeout = " + Math.max(1, millis / 1000));
        }
        return before;
    }

    @Override
    public boolean name(Connection connection, String instance) throws SQLException {
        return Jdbc.number(connection, "select get_lock(concat('seamless:', ?, ':', connection_id()), 0)", instance)
                == 1;
    }

    @Override
    public int endSessions(Connection connection, String instance) throws SQLException {
        if (Jdbc.number(connection, OF_ANOTHER_USER, instance) > 0) {
            return 1; // the process list shows the sessions of one's own user only
        }
        for (long session : Jdbc.numbers(connection, "select id" + OF_INSTANCE, instance)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("kill " + session);
            } catch (SQLException e) {
                if (e.getErrorCode() != 1094) { // it has ended meanwhile: ER_NO_SUCH_THREAD
                    throw e;
                }
            }
        }
        return (int) Jdbc.number(connection, "select count(*)" + OF_INSTANCE, instance);
    }
}
