package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables that are there before a migration run: {@code schema.table}, in lower case. */
final class TableNames {

    private TableNames() {}

    static Set<String> of(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                names.add(
                        name(schema == null ? tables.getString("TABLE_CAT") : schema, tables.getString("TABLE_NAME")));
            }
        }
        return names;
    }

    /** The schema in which the connection finds tables. */
    static @Nullable String schema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? connection.getCatalog() : schema;
    }

    static String name(@Nullable String schema, Pair pair) {
        return name(pair.schema() == null ? schema : pair.schema(), pair.table());
    }

    static String name(@Nullable String schema, String table) {
        return (schema + "." + table).toLowerCase(Locale.ROOT);
    }
}
