package dev.seamless.backfill;

import dev.seamless.schema.Rows;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * One UPDATE: the database reads, converts and writes in one statement, so that no write of the application can fall between.
 * What it does not change it does not lock.
 */
final class SqlWindow implements WindowWrite {

    private final Rows rows;
    private final String set;
    private final String differ;

    SqlWindow(Rows rows, boolean fillsNew, String value, String differ) {
        this.rows = rows;
        this.set = "update " + rows.table() + " set " + rows.column(fillsNew) + " = " + value;
        this.differ = differ;
    }

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        return new Changed(sql.update(set + where(span), span.parameters()), Different.NONE);
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
