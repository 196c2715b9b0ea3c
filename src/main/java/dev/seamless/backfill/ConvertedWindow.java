package dev.seamless.backfill;

import dev.seamless.schema.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads and converts without a lock, and where rows are behind, looks at them once more under their locks before it writes: the
 * value that is converted is the one that is there. One statement takes all locks, in the order of the key, so that its bounds are
 * those of all waiting.
 */
final class ConvertedWindow implements WindowWrite {

    private final Rows rows;
    private final boolean fillsNew;
    private final Conversion conversion;
    private final String select;
    private final String update;
    private final String lock;

    ConvertedWindow(Rows rows, boolean fillsNew, Conversion conversion, Optional<String> lock) {
        this.rows = rows;
        this.fillsNew = fillsNew;
        this.conversion = conversion;
        this.lock = lock.orElse(" for update");
        this.select = BackfillDatabase.MARK + "select " + rows.place() + ", " + rows.column(!fillsNew) + ", "
                + rows.column(fillsNew) + " from " + rows.table() + " where ";
        this.update = BackfillDatabase.MARK + "update " + rows.table() + " set " + rows.column(fillsNew) + " = "
                + rows.as(fillsNew, ":target") + " where " + rows.at("key");
    }

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        List<ConvertedRow> found = read(sql, span, "");
        List<ConvertedRow> behind = behind(found);
        Different left =
                different(found.stream().filter(row -> !row.convertible()).toList());
        if (behind.isEmpty()) {
            return new Changed(0, left);
        }
        Place last = behind.get(behind.size() - 1).place();
        List<ConvertedRow> locked = read(sql, new Span(span.from(), last.toString()), lock);
        if (!places(locked).containsAll(places(behind))) {
            throw InTheWay.rowsAreLocked();
        }
        return new Changed(bringUp(sql, behind(locked)), left);
    }

    @Override
    public Different different(NamedParameterJdbcTemplate sql, Span span) {
        return different(read(sql, span, "").stream()
                .filter(row -> !row.convertible() || row.isBehind())
                .toList());
    }

    private static List<ConvertedRow> behind(List<ConvertedRow> found) {
        return found.stream().filter(row -> row.convertible() && row.isBehind()).toList();
    }

    private static Set<Place> places(List<ConvertedRow> found) {
        return found.stream().map(ConvertedRow::place).collect(Collectors.toSet());
    }

    private static Different different(List<ConvertedRow> different) {
        return new Different(
                different.size(),
                different.stream()
                        .limit(Different.KEYS_SHOWN)
                        .map(row -> row.place().toString())
                        .toList());
    }

    private List<ConvertedRow> read(NamedParameterJdbcTemplate sql, Span span, String lockClause) {
        return sql.query(
                select + span.condition(rows) + " order by " + rows.order() + lockClause,
                span.parameters(),
                (row, number) -> row(row));
    }

    private ConvertedRow row(ResultSet row) throws SQLException {
        Object read = conversion.values(!fillsNew).read(row, rows.width() + 1);
        Object filled = conversion.values(fillsNew).read(row, rows.width() + 2);
        Place place = Place.read(row, rows);
        try {
            return new ConvertedRow(place, filled, conversion.convert(fillsNew, read), true);
        } catch (Inconvertible e) {
            return new ConvertedRow(place, filled, null, false);
        }
    }

    private long bringUp(NamedParameterJdbcTemplate sql, List<ConvertedRow> behind) {
        ColumnValues values = conversion.values(fillsNew);
        if (behind.isEmpty()) {
            return 0;
        }
        int[] written = sql.batchUpdate(
                update, behind.stream().map(row -> row.parameters(values)).<Map<String, Object>>toArray(Map[]::new));
        return Arrays.stream(written).filter(count -> count != 0).count();
    }
}
