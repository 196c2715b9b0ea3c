package dev.seamless;

import org.jspecify.annotations.Nullable;

/**
 * One physical place of a rename: a table with its old and its new column. A rename may have several, for instance the
 * tables of a mapped superclass's entities.
 *
 * <p>Names are those of the database, as the mapping gives them, without quotes.
 *
 * @param schema the schema of the table, or {@code null} for the default one of the connection
 * @param table the table
 * @param oldColumn the column under the old name
 * @param newColumn the column under the new name
 */
public record Pair(@Nullable String schema, String table, String oldColumn, String newColumn) {

    @Override
    public String toString() {
        return (schema == null ? "" : schema + ".") + table + " (" + oldColumn + " -> " + newColumn + ")";
    }
}
