package dev.seamless.backfill;

import dev.seamless.schema.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * One UPDATE: the database reads, converts and writes in one statement, so that no write of the application can fall between.
 * What it does not change it does not lock.
 */
final class SqlWindow implements WindowWrite {

    private final Rows rows;
    private final String set;
    private final String differ;
    private final Optional<String> lock;

    SqlWindow(Rows rows, boolean fillsNew, String value, String differ, Optional<String> lock) {
        this.rows = rows;
        this.lock = lock;
        this.set = BackfillDatabase.MARK + "update " + rows.table() + " set " + rows.column(fillsNew) + " = " + value;
        this.differ = differ;
    }

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        lock.ifPresent(clause -> lock(sql, span, clause));
        return new Changed(sql.update(set + where(span), span.parameters()), Different.NONE);
    }

    private void lock(NamedParameterJdbcTemplate sql, Span span, String clause) {
        String select =
                BackfillDatabase.MARK + "select 1 from " + rows.table() + where(span) + " order by " + rows.order();
        int behind = sql.queryForList(select, span.parameters(), Integer.class).size();
        int locked = sql.queryForList(select + clause, span.parameters(), Integer.class)
                .size();
        if (locked < behind) {
            throw InTheWay.rowsAreLocked();
        }
    }

    @Override
    public Different different(NamedParameterJdbcTemplate sql, Span span) {
        List<String> keys = sql.query(
                "select " + rows.place() + " from " + rows.table() + where(span) + " order by " + rows.order(),
                span.parameters(),
                (row, number) ->
                        number < Different.KEYS_SHOWN ? Place.read(row, rows).toString() : "");
        return new Different(
                keys.size(), keys.stream().limit(Different.KEYS_SHOWN).toList());
    }

    private String where(Span span) {
        return " where " + span.condition(rows) + " and " + differ;
    }
}
