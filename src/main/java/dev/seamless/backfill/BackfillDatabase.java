package dev.seamless.backfill;

import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a pass asks of a database and each answers differently: how it gives way to others, and what it knows of them. */
interface BackfillDatabase {

    /** What the statements of a pass begin with, by which its workers and people tell them from the application's. */
    String MARK = "/* seamless */ ";

    /** The implementation for the database of a connection. */
    static BackfillDatabase of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> new PostgreSqlBackfill();
            case "MariaDB", "MySQL" -> new MySqlBackfill();
            case "H2" -> new H2Backfill();
            default ->
                throw new RefusedException(
                        "The database is " + product + ", whose rows Seamless does not know how to walk.",
                        "Use PostgreSQL, MariaDB, MySQL or H2, or fill the column by statements of your own.");
        };
    }

    /**
     * Bounds the statements of a window and their waits, so that the window ends before the database begins to look for a
     * deadlock.
     */
    void bound(Connection connection, JdbcTemplate template);

    /**
     * Lets the commit of a window not wait for the disk, where the database can promise that a commit which is lost with the
     * server is lost whole, cursor and rows, and with all that was committed after it: then the window is done again, and the end
     * of a pass, which does wait, is never there without its windows.
     */
    default void commitLater(JdbcTemplate template) {}

    /**
     * How a window asks for locks before it writes; empty where it may wait for them while it writes. With either it is never
     * for the application to be the victim of a deadlock.
     */
    Optional<String> lock();

    /** Whether a statement failed because others were in its way, or it in theirs. */
    boolean isInTheWay(SQLException failure);

    /** The transactions under way, by names that do not come again; only those that this role may see. */
    Set<String> transactions(JdbcTemplate template);

    /**
     * How many others are at work at this moment, as far as this role may see: sessions with a statement that is not one of a
     * pass, which carries {@link #MARK}.
     */
    int othersAtWork(JdbcTemplate template);

    /** How far the slowest replica is behind; zero where there is none, or the database does not know. */
    Duration replicaLag(JdbcTemplate template);
}
