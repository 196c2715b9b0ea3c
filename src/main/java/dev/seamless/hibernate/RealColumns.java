package dev.seamless.hibernate;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a table has in the database, by the JDBC metadata: a {@code SELECT} would have to name the column that is
 * not read.
 *
 * @param requireValue by name as the database stores it, whether an insert must give the column a value
 * @param helper tells how the database stores a name
 */
record RealColumns(Map<String, Boolean> requireValue, IdentifierHelper helper) {

    static RealColumns of(Connection connection, Table table, SqlStringGenerationContext names, IdentifierHelper helper)
            throws SQLException {
        Identifier schema = names.schemaWithDefault(table.getSchemaIdentifier());
        Identifier catalog = names.catalogWithDefault(table.getCatalogIdentifier());
        String name = helper.toMetaDataObjectName(table.getNameIdentifier());
        return new RealColumns(
                columns(
                        connection.getMetaData(),
                        catalog == null ? connection.getCatalog() : helper.toMetaDataCatalogName(catalog),
                        schema == null ? connection.getSchema() : helper.toMetaDataSchemaName(schema),
                        name),
                helper);
    }

    private static Map<String, Boolean> columns(
            DatabaseMetaData metadata, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, Boolean> columns = new HashMap<>();
        try (ResultSet rows = metadata.getColumns(catalog, schema, table, null)) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) { // the argument is a pattern
                    boolean required = rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                            && rows.getString("COLUMN_DEF") == null
                            && !"YES".equals(rows.getString("IS_GENERATEDCOLUMN"));
                    columns.put(rows.getString("COLUMN_NAME"), required);
                }
            }
        }
        return columns;
    }

    /** Whether the table was not found: it may lie elsewhere on a search path, or be created later. */
    boolean isUnknown() {
        return requireValue.isEmpty();
    }

    boolean has(Identifier column) {
        return requireValue.containsKey(helper.toMetaDataObjectName(column));
    }

    boolean requiresValue(Identifier column) {
        return requireValue.getOrDefault(helper.toMetaDataObjectName(column), false);
    }
}
