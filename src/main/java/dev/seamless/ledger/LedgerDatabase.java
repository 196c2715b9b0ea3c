package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the ledger asks of a database and each answers differently: its clock, its lock waits and its sessions. */
interface LedgerDatabase {

    /** The implementation for the database of a connection. */
    static LedgerDatabase of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> new PostgreSqlLedger();
            case "H2" -> new H2Ledger();
            case "MySQL", "MariaDB" -> new MySqlLedger();
            default -> new UnknownLedger(product);
        };
    }

    /** The script of the ledger's tables, beside this class. */
    String script();

    /** Whether the ledger's tables are there, in the schema of the connection. */
    boolean hasTables(Connection connection) throws SQLException;

    /** The schema in which the connection finds and creates tables, if it has one. */
    @Nullable
    String schema(Connection connection) throws SQLException;

    /** The database's clock, as an SQL expression. */
    String now();

    /** The milliseconds between a column's time and now, as an SQL expression. */
    String millisSince(String column);

    /** Reads a time. */
    Instant time(ResultSet row, String column) throws SQLException;

    /**
     * Lets the statements of this connection wait so many milliseconds for a lock, and no longer. Returns how long they waited
     * before, to be given back; negative where the setting ends with the transaction.
     */
    long waitForLocks(Connection connection, long millis) throws SQLException;

    /** Gives the session of this connection the name of an instance; whether others will find it by that. */
    boolean name(Connection connection, String instance) throws SQLException;

    /** Ends the sessions of an instance as far as they can be found, and says how many are left. */
    int endSessions(Connection connection, String instance) throws SQLException;
}
