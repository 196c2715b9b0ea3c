package dev.seamless.hibernate;

import java.util.HashSet;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column that a session factory maps, by whatever attribute.
 *
 * @param schema the schema of the table, or {@code null} for the default one of the connection
 * @param table the table
 * @param column the column
 */
public record TableColumn(@Nullable String schema, String table, String column) {

    static Set<TableColumn> in(Metadata metadata) {
        Set<TableColumn> columns = new HashSet<>();
        for (Table table : metadata.collectTableMappings()) {
            if (table.isPhysicalTable()) {
                String schema = table.getSchema() == null ? table.getCatalog() : table.getSchema();
                table.getColumns()
                        .forEach(column -> columns.add(new TableColumn(schema, table.getName(), column.getName())));
            }
        }
        return columns;
    }
}
