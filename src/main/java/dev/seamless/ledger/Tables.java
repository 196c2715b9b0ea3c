package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Table;
import java.sql.Connection;
import java.util.Optional;

/** Finds the table of a pair in the catalogue. */
final class Tables {

    private Tables() {}

    /** What the table is; empty if it is not there, or has neither column. */
    static Optional<TableState> find(Connection connection, Pair pair) {
        return new Catalogue(connection)
                .table(pair)
                .filter(table -> table.has(pair.oldColumn()) || table.has(pair.newColumn()))
                .map(table -> state(table, pair));
    }

    /**
     * What the table is.
     *
     * @throws RefusedException if it is not there, or has neither column
     */
    static TableState require(Connection connection, Pair pair) {
        return find(connection, pair)
                .orElseThrow(() -> new RefusedException(
                        "There is no table with a column of " + pair + ".",
                        "Write the table and its columns as the database has them; the schema may be left out."));
    }

    private static TableState state(Table table, Pair pair) {
        return new TableState(
                new Pair(table.name().schema(), table.name().name(), table.oldColumn(), table.newColumn()),
                table.has(pair.oldColumn()),
                table.has(pair.newColumn()),
                table.constrained(pair.oldColumn()),
                table.constrained(pair.newColumn()));
    }
}
