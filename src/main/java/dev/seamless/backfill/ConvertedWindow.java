package dev.seamless.backfill;

import dev.seamless.schema.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads, converts, and writes each row that is behind, if the value that was read is there still: a write of the application
 * between the two wins. A row that was not written so is looked at once more, under its lock.
 */
final class ConvertedWindow implements WindowWrite {

    private final Rows rows;
    private final boolean fillsNew;
    private final Conversion conversion;
    private final String select;
    private final String update;

    ConvertedWindow(Rows rows, boolean fillsNew, Conversion conversion) {
        this.rows = rows;
        this.fillsNew = fillsNew;
        this.conversion = conversion;
        this.select = "select " + rows.place() + ", " + rows.column(!fillsNew) + ", " + rows.column(fillsNew) + " from "
                + rows.table() + " where ";
        this.update = "update " + rows.table() + " set " + rows.column(fillsNew) + " = " + rows.as(fillsNew, ":target")
                + " where " + rows.at("key");
    }

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        List<ConvertedRow> found = read(sql, span);
        List<ConvertedRow> behind = found.stream()
                .filter(row -> row.convertible() && row.isBehind())
                .toList();
        return new Changed(
                behind.isEmpty() ? 0 : bringUp(sql, behind),
                different(found.stream().filter(row -> !row.convertible()).toList()));
    }

    @Override
    public Different different(NamedParameterJdbcTemplate sql, Span span) {
        return different(read(sql, span).stream()
                .filter(row -> !row.convertible() || row.isBehind())
                .toList());
    }

    private static Different different(List<ConvertedRow> different) {
        return new Different(
                different.size(),
                different.stream()
                        .limit(Different.KEYS_SHOWN)
                        .map(row -> row.place().toString())
                        .toList());
    }

    private List<ConvertedRow> read(NamedParameterJdbcTemplate sql, Span span) {
        return sql.query(
                select + span.condition(rows) + " order by " + rows.order(),
                span.parameters(),
                (row, number) -> row(row));
    }

    private ConvertedRow row(ResultSet row) throws SQLException {
        Object read = conversion.values(!fillsNew).read(row, rows.width() + 1);
        Object filled = conversion.values(fillsNew).read(row, rows.width() + 2);
        Place place = Place.read(row, rows);
        try {
            return new ConvertedRow(place, read, filled, conversion.convert(fillsNew, read), true);
        } catch (Inconvertible e) {
            return new ConvertedRow(place, read, filled, null, false);
        }
    }

    private long bringUp(NamedParameterJdbcTemplate sql, List<ConvertedRow> behind) {
        int[] written = sql.batchUpdate(
                update + " and " + rows.holds(!fillsNew, ":read"),
                behind.stream().map(this::parameters).<Map<String, Object>>toArray(Map[]::new));
        long changed = 0;
        for (int i = 0; i < written.length; i++) {
            changed += written[i] > 0 ? 1 : bringUpUnderLock(sql, behind.get(i));
        }
        return changed;
    }

    private long bringUpUnderLock(NamedParameterJdbcTemplate sql, ConvertedRow row) {
        return sql
                .query(
                        select + rows.at("key") + " for update",
                        row.place().parameters("key"),
                        (found, number) -> row(found))
                .stream()
                .filter(found -> found.convertible() && found.isBehind())
                .mapToLong(found -> sql.update(update, parameters(found)))
                .sum();
    }

    private Map<String, @Nullable Object> parameters(ConvertedRow row) {
        return row.parameters(conversion.values(!fillsNew), conversion.values(fillsNew));
    }
}
