package dev.seamless.schema;

import dev.seamless.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What tables are, read from a live PostgreSQL, MySQL, MariaDB or H2. It only reads, takes no lock that another statement
 * waits for, and remembers nothing from one call to the next.
 */
public final class Catalogue {

    private final JdbcTemplate jdbc;

    /** The catalogue of a database; each call uses a connection, or that of the transaction of the current thread. */
    public Catalogue(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** The catalogue behind a connection, which stays open. */
    public Catalogue(Connection connection) {
        this(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Reads the table of a pair; empty if there is none. Names are looked for as the pair has them, and then as the database
     * folds names without quotes; a pair without schema is looked for in the current one.
     *
     * @throws dev.seamless.RefusedException if the database is none that Seamless knows
     * @throws org.springframework.dao.DataAccessException if the database cannot be read
     */
    public Optional<Table> table(Pair pair) {
        return jdbc.execute((ConnectionCallback<Optional<Table>>) connection -> read(connection, pair));
    }

    private static Optional<Table> read(Connection connection, Pair pair) throws SQLException {
        return Dialect.of(connection).read(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), pair);
    }
}
