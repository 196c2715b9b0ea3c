package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What differs between databases: how a table is read, and the SQL that changes it. One implementation for each database.
 *
 * <p>Each change is a list of steps in their order, every one of which does nothing, or the same again, when it is run twice.
 */
interface Dialect {

    /** How the database finds, quotes and limits names. */
    Names names();

    /** How it writes a place in the order of a key. */
    Keys keys();

    /** Reads the table of a pair; empty if there is none. */
    Optional<Table> read(JdbcTemplate jdbc, Pair pair);

    /** The condition that two expressions are the same in what is stored, where {@code NULL} is a value. */
    String same(Equality equality, String one, String other);

    /** An expression as the given type would store it. */
    String as(String expression, String type);

    /** Why a check cannot be added without keeping writers out; empty if it can. */
    Optional<String> whyChecksLock(Table table);

    /** Adds a column, nullable and bare, and then its default, comment and privileges. */
    List<Step> addColumn(Table table, Column column);

    /** Adds an index. */
    List<Step> add(Table table, Index index);

    /** Adds a unique constraint or a check. */
    List<Step> add(Table table, Constraint constraint);

    /** Adds a foreign key from the table or to it. */
    List<Step> add(Table table, ForeignKey key);

    /** Makes a column NOT NULL. */
    List<Step> setNotNull(Table table, Column column);

    /** Drops an index. */
    List<Step> drop(Table table, Index index);

    /** Drops a constraint. */
    List<Step> drop(Table table, Constraint constraint);

    /** Drops a foreign key from the table or to it. */
    List<Step> drop(Table table, ForeignKey key);

    /** Lets a column take NULL, and takes away the checks that are part of its definition. */
    List<Step> dropNotNull(Table table, Column column);

    /** Drops a column, with the indexes that are left on it. */
    List<Step> dropColumn(Table table, Column column);

    /** What a file begins with, so that no step waits for a lock for long. */
    List<String> before(Step step);

    /** What a file ends with, so that its settings do not outlive it. */
    List<String> after(Step step);

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
