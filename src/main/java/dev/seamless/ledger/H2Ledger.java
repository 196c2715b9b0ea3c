package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * H2: a session has no name, so it is written down in a table of the ledger. Only an administrator sees the sessions of others and
 * can end them; for anybody else an expired instance keeps its place.
 */
final class H2Ledger implements LedgerDatabase {

    private static final int GENERAL_ERROR = 50000;

    private static final String OF_INSTANCE = " from information_schema.sessions s join seamless_session n"
            + " on n.session_id = s.session_id and n.session_start = s.session_start"
            + " where n.instance = ? and s.session_id <> session_id()";

    @Override
    public String script() {
        return "schema-h2.sql";
    }

    @Override
    public boolean hasTables(Connection connection) throws SQLException {
        return Jdbc.number(
                        connection,
                        "select count(*) from information_schema.tables"
                                + " where table_schema = current_schema and lower(table_name) = 'seamless_pair'")
                > 0;
    }

    @Override
    public @Nullable String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Whether H2 failed to show its sessions because the transaction of one was just ending: it is asked again. */
    static boolean hasTripped(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getErrorCode() == GENERAL_ERROR
                    && String.valueOf(sql.getMessage()).contains("information_schema.sessions")) {
                return true;
            }
        }
        return false;
    }

    /** H2 stops this clock during a transaction, so an age is never over-estimated. */
    @Override
    public String now() {
        return "current_timestamp(3)";
    }

    @Override
    public String millisSince(String column) {
        return "datediff('MILLISECOND', " + column + ", current_timestamp(3))";
    }

    @Override
    public Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public long waitForLocks(Connection connection, long millis) throws SQLException {
        long before = Jdbc.number(connection, "select lock_timeout()");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout " + millis);
        }
        return before;
    }

    @Override
    public boolean name(Connection connection, String instance) throws SQLException {
        if (!hasTables(connection) || !isAdministrator(connection)) {
            return false;
        }
        Jdbc.update(connection, "delete from seamless_session where session_id = session_id()");
        return Jdbc.update(
                        connection,
                        "insert into seamless_session (session_id, session_start, instance)"
                                + " select session_id, session_start, ? from information_schema.sessions"
                                + " where session_id = session_id()",
                        instance)
                == 1;
    }

    @Override
    public int endSessions(Connection connection, String instance) throws SQLException {
        if (!isAdministrator(connection)) {
            return 1;
        }
        for (long session : Jdbc.numbers(connection, "select s.session_id" + OF_INSTANCE, instance)) {
            Jdbc.number(connection, "select count(abort_session(" + session + "))");
        }
        return (int) Jdbc.number(connection, "select count(*)" + OF_INSTANCE, instance);
    }

    private static boolean isAdministrator(Connection connection) throws SQLException {
        return Jdbc.number(
                        connection,
                        "select count(*) from information_schema.users where user_name = current_user and is_admin")
                > 0;
    }
}
