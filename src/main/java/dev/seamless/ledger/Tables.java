package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

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

    /** Whether the table has more rows than the given number, without counting them all. */
    static boolean hasMoreThan(LedgerSession session, TableState table, int rows) {
        Long counted = session.sql()
                .sql("select count(*) from (select 1 from " + sqlName(session, table) + " limit " + (rows + 1)
                        + ") few")
                .query(Long.class)
                .single();
        return counted > rows;
    }

    /** The table as SQL names it. */
    static String sqlName(LedgerSession session, TableState table) {
        return quoted(session, table.pair().schema()) + "."
                + quoted(session, table.pair().table());
    }

    static String quoted(LedgerSession session, @Nullable String name) {
        try {
            String quote = session.connection().getMetaData().getIdentifierQuoteString();
            return quote + name + quote;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database could not be reached", e);
        }
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
