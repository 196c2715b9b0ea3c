package dev.seamless.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An empty database, for one test.
 *
 * @param url the JDBC URL
 * @param user the user
 * @param password the password
 * @param drop the statement that removes it
 */
public record FreshDatabase(String url, String user, String password, String drop) implements AutoCloseable {

    /** Opens a connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Runs one statement. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        execute(drop);
    }
}
