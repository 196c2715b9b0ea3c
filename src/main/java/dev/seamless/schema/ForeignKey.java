package dev.seamless.schema;

import java.util.List;
import java.util.Set;

/**
 * A foreign key from or to a table.
 *
 * @param name the name
 * @param from the table that refers
 * @param columns its columns
 * @param to the table that is referred to
 * @param toColumns its columns
 * @param onUpdate what happens when the key changes, such as {@code cascade}; in lower case
 * @param onDelete what happens when the row goes, likewise
 * @param options what follows, such as {@code deferrable}; mostly empty
 * @param validated whether every row is known to satisfy it
 */
public record ForeignKey(
        String name,
        TableName from,
        List<String> columns,
        TableName to,
        List<String> toColumns,
        String onUpdate,
        String onDelete,
        String options,
        boolean validated) {

    /** Creates a foreign key; the lists are copied. */
    public ForeignKey {
        columns = List.copyOf(columns);
        toColumns = List.copyOf(toColumns);
    }

    /** Whether the database may change the referring columns by itself: one column of a pair, never both. */
    public boolean changesItsColumns() {
        return Set.of("cascade", "set null", "set default").contains(onUpdate)
                || Set.of("set null", "set default").stream().anyMatch(onDelete::startsWith);
    }

    /** Whether a column of the given table takes part. */
    public boolean mentions(TableName table, String column) {
        return (from.equals(table) && columns.contains(column)) || (to.equals(table) && toColumns.contains(column));
    }
}
