package dev.seamless.ledger;

import dev.seamless.Pair;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column that an entity of this instance maps, annotated or not. All in lower case.
 *
 * @param schema the schema of the table, or {@code null} for the default one of the connection
 * @param table the table
 * @param column the column
 */
public record MappedColumn(@Nullable String schema, String table, String column) {

    /** Creates one; the names are taken in lower case. */
    public MappedColumn {
        schema = schema == null ? null : schema.toLowerCase(Locale.ROOT);
        table = table.toLowerCase(Locale.ROOT);
        column = column.toLowerCase(Locale.ROOT);
    }

    /** The old column of a pair of the ledger. */
    static MappedColumn oldOf(Pair pair) {
        return new MappedColumn(pair.schema(), pair.table(), pair.oldColumn());
    }

    /** The new column of a pair of the ledger. */
    static MappedColumn newOf(Pair pair) {
        return new MappedColumn(pair.schema(), pair.table(), pair.newColumn());
    }

    MappedColumn in(@Nullable String defaultSchema) {
        return schema == null ? new MappedColumn(defaultSchema, table, column) : this;
    }
}
