package dev.seamless.backfill;

import dev.seamless.ledger.KeyRange;
import dev.seamless.schema.Rows;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds places in the order of a table's key, by its index alone. */
record Places(Rows rows) {

    /** The place of the last row; empty if there is none. */
    Optional<String> last(NamedParameterJdbcTemplate sql) {
        return sql
                .getJdbcOperations()
                .query(
                        "select " + rows.place() + " from " + rows.table() + " order by " + rows.orderFromTheEnd()
                                + " limit 1",
                        (row, number) -> Place.read(row, rows).toString())
                .stream()
                .findFirst();
    }

    /**
     * The place so many rows behind the cursor of a range; empty if the range ends before. From a table of one row, or the
     * database would write the key of each row that it passes over as text.
     */
    Optional<String> ahead(NamedParameterJdbcTemplate sql, KeyRange range, int count) {
        Span span = Span.of(range);
        return sql
                .query(
                        "select " + rows.place() + " from (select " + rows.order() + " from " + rows.table()
                                + " where " + span.condition(rows) + " order by " + rows.order() + " limit 1 offset "
                                + (count - 1) + ") seamless_ahead",
                        span.parameters(),
                        (row, number) -> Place.read(row, rows).toString())
                .stream()
                .findFirst();
    }

    /** How many rows lie in a span. */
    long count(NamedParameterJdbcTemplate sql, Span span) {
        Long count = sql.queryForObject(
                "select count(*) from " + rows.table() + " where " + span.condition(rows),
                span.parameters(),
                Long.class);
        return count == null ? 0 : count;
    }
}
