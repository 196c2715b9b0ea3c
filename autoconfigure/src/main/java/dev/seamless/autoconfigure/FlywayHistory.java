package dev.seamless.autoconfigure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/** Flyway's history table: a callback is not shown what has been applied, and {@code repair} does more than forget a failure. */
final class FlywayHistory {

    private final Configuration configuration;
    private final Connection connection;

    FlywayHistory(Configuration configuration, Connection connection) {
        this.configuration = configuration;
        this.connection = connection;
    }

    /** The scripts that have been applied, in their order. */
    List<String> applied() throws SQLException {
        return scripts(true);
    }

    /** The scripts that have failed and whose failure the database has kept. */
    List<String> failed() throws SQLException {
        return scripts(false);
    }

    /** Forgets that a script has failed, so that it is run again. */
    void forgetFailure(String script) throws SQLException {
        String sql = "delete from " + table() + " where " + quoted("script") + " = ? and not " + quoted("success");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, script);
            statement.executeUpdate();
        }
    }

    private List<String> scripts(boolean successful) throws SQLException {
        List<String> scripts = new ArrayList<>();
        if (exists()) {
            String sql = "select " + quoted("script") + " from " + table() + " where " + (successful ? "" : "not ")
                    + quoted("success") + " order by " + quoted("installed_rank");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    scripts.add(rows.getString(1));
                }
            }
        }
        return scripts;
    }

    private boolean exists() throws SQLException {
        String schema = configuration.getDefaultSchema();
        return TableNames.of(connection)
                .contains(TableNames.name(
                        schema == null ? TableNames.schema(connection) : schema, configuration.getTable()));
    }

    private String table() throws SQLException {
        String schema = configuration.getDefaultSchema();
        return (schema == null ? "" : quoted(schema) + ".") + quoted(configuration.getTable());
    }

    private String quoted(String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name + quote;
    }
}
