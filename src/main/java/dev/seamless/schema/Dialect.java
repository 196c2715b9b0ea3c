package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What differs between databases: how a table is read, and the SQL that changes it. One implementation for each database. */
interface Dialect {

    /** How the database finds, quotes and limits names. */
    Names names();

    /** Reads the table of a pair; empty if there is none. */
    Optional<Table> read(JdbcTemplate jdbc, Pair pair);

    /** The dialect of the database behind a connection. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> new PostgreSql(connection);
            case "MariaDB", "MySQL" -> new MySql(connection);
            case "H2" -> new H2(connection);
            default ->
                throw new RefusedException(
                        "The database is " + product + ", whose catalogue and migrations Seamless does not know.",
                        "Use PostgreSQL, MariaDB, MySQL or H2, or write the migrations by hand.");
        };
    }
}
