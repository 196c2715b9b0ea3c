package dev.seamless.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the two columns of a pair are the same, in what is stored and not merely in what a collation or a type calls equal;
 * {@code NULL} is a value. With a converter, whether one is what the converter makes of the other.
 */
public final class Comparison {

    private final @Nullable String same;

    private Comparison(@Nullable String same) {
        this.same = same;
    }

    /**
     * The comparison of a table that has both columns.
     *
     * @param change what the rename changes besides the name, or {@code null}
     */
    public static Comparison of(Table table, @Nullable TypeChange change) {
        Dialect dialect = table.dialect();
        String old = dialect.names().sql(table.oldColumn());
        String coming = dialect.names().sql(table.newColumn());
        Column newColumn = table.column(table.newColumn()).orElseThrow();
        Column oldColumn = table.column(table.oldColumn()).orElseThrow();
        if (oldColumn.equality() == Equality.NONE || newColumn.equality() == Equality.NONE) {
            return new Comparison(null);
        }
        if (change == null) {
            return new Comparison(dialect.same(oldColumn.equality(), old, coming));
        }
        Optional<String> toNew = change.convert(true, old)
                .map(sql -> dialect.same(newColumn.equality(), coming, dialect.as(sql, newColumn.type())));
        Optional<String> toOld = change.convert(false, coming)
                .map(sql -> dialect.same(oldColumn.equality(), old, dialect.as(sql, oldColumn.type())));
        return new Comparison(toNew.or(() -> toOld).orElse(null));
    }

    /** The condition, as SQL; empty where no SQL can tell: for large objects, and for a converter without SQL. */
    public Optional<String> same() {
        return Optional.ofNullable(same);
    }

    /** The contrary condition, which is true for the rows that drifted. */
    public Optional<String> differ() {
        return same().map(condition -> "not (" + condition + ")");
    }
}
