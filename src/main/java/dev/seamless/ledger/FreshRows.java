package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Column;
import dev.seamless.schema.Table;
import java.util.Optional;

/** The rows of a table that was created by the migration run that is still under way: nobody else has written them. */
final class FreshRows {

    private FreshRows() {}

    /** Copies the old column to the new one, where that is a copy; whether both are current now. */
    static boolean copy(LedgerSession session, TableState state) {
        Table table = new Catalogue(session.connection()).table(state.pair()).orElseThrow();
        String name = Tables.sqlName(session, state);
        if (sameType(table, state.pair())) {
            session.sql()
                    .sql("update " + name + " set "
                            + Tables.quoted(session, state.pair().newColumn()) + " = "
                            + Tables.quoted(session, state.pair().oldColumn()))
                    .update();
            return true;
        }
        return session.sql()
                .sql("select 1 from " + name + " limit 1")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private static boolean sameType(Table table, Pair pair) {
        Optional<String> old = table.column(pair.oldColumn()).map(Column::type);
        return old.isPresent() && old.equals(table.column(pair.newColumn()).map(Column::type));
    }
}
