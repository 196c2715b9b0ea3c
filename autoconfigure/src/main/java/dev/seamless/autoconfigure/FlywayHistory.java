package dev.seamless.autoconfigure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Flyway's history table: a callback is not shown what has been applied, and {@code repair} does more than forget a failure. */
final class FlywayHistory {

    private final Configuration configuration;
    private final Connection connection;

    /** One line of it. */
    record Entry(int rank, String script, boolean successful) {}

    FlywayHistory(Configuration configuration, Connection connection) {
        this.configuration = configuration;
        this.connection = connection;
    }

    /** What has been applied or has failed, in its order; a failure is kept only where DDL cannot be rolled back. */
    List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (exists()) {
            String sql = "select " + quoted("installed_rank") + ", " + quoted("script") + ", " + quoted("success")
                    + " from " + table() + " order by " + quoted("installed_rank");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getInt(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return entries;
    }

    /** Forgets an entry, so that its script is run again. */
    void forget(Entry entry) throws SQLException {
        String sql = "delete from " + table() + " where " + quoted("installed_rank") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, entry.rank());
            statement.executeUpdate();
        }
    }

    private boolean exists() throws SQLException {
        String schema = schema();
        return TableNames.of(connection)
                .contains(TableNames.name(
                        schema == null ? TableNames.schema(connection) : schema, configuration.getTable()));
    }

    private String table() throws SQLException {
        String schema = schema();
        return (schema == null ? "" : quoted(schema) + ".") + quoted(configuration.getTable());
    }

    /** As Flyway finds it: the default schema, else the first of those that it manages, else that of the connection. */
    private @Nullable String schema() {
        String schema = configuration.getDefaultSchema();
        String[] managed = configuration.getSchemas();
        return schema == null && managed.length > 0 ? managed[0] : schema;
    }

    private String quoted(String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name + quote;
    }
}
