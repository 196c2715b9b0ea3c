package dev.seamless.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of {@code seamless_range}: the key ranges of the pass under way. There are as many as may be worked on at a time; one
 * that is done takes the next piece of the table, so that their number does not grow with it.
 */
final class RangeTable {

    private static final int RANGES = 16;
    private static final int FIRST_WINDOW = 250;

    private final LedgerSession session;

    RangeTable(LedgerSession session) {
        this.session = session;
    }

    /** Writes the ranges of a pass that begins: all of the table is left. */
    void plan(String pair) {
        String rows = IntStream.rangeClosed(0, RANGES)
                .mapToObj(number -> "(?, " + number + ", 0, 0, 0, " + FIRST_WINDOW + ", " + (number > 0) + ")")
                .collect(Collectors.joining(", "));
        session.sql()
                .sql("insert into seamless_range (pair, range_number, rows_seen, rows_changed, rows_left,"
                        + " window_size, done) values " + rows)
                .params(Collections.nCopies(RANGES + 1, pair))
                .update();
    }

    /** Locks a range that has begun and that nobody works on. */
    Optional<KeyRange> claim(String pair) {
        return lock(pair, "range_number > 0 and done = false");
    }

    /** Locks what is left of the table, unless somebody else cuts a range from it. */
    Optional<KeyRange> claimRest(String pair) {
        return lock(pair, "range_number = 0 and done = false");
    }

    /** Locks a range that may take the next piece. */
    Optional<KeyRange> claimFree(String pair) {
        return lock(pair, "range_number > 0 and done = true");
    }

    private Optional<KeyRange> lock(String pair, String which) {
        return session.sql()
                .sql("select * from seamless_range where pair = ? and " + which
                        + " order by range_number limit 1 for update skip locked")
                .param(pair)
                .query(RangeTable::row)
                .optional();
    }

    private static KeyRange row(ResultSet row, int number) throws SQLException {
        return new KeyRange(
                row.getInt("range_number"),
                row.getString("range_cursor"),
                row.getString("range_end"),
                row.getLong("rows_seen"),
                row.getLong("rows_changed"),
                row.getLong("rows_left"),
                row.getInt("window_size"),
                row.getBoolean("done"));
    }

    void store(String pair, KeyRange range) {
        session.sql()
                .sql("update seamless_range set range_cursor = ?, range_end = ?, rows_seen = ?, rows_changed = ?,"
                        + " rows_left = ?, window_size = ?, done = ? where pair = ? and range_number = ?")
                .params(Arrays.asList(
                        range.cursor(),
                        range.end(),
                        range.seen(),
                        range.changed(),
                        range.left(),
                        range.window(),
                        range.done(),
                        pair,
                        range.number()))
                .update();
    }

    /** How far the pass has come. */
    PassProgress progress(String pair) {
        return session.sql()
                .sql("select coalesce(sum(rows_seen), 0) as seen, coalesce(sum(rows_changed), 0) as changed,"
                        + " coalesce(sum(rows_left), 0) as remaining,"
                        + " coalesce(sum(case when done then 0 else 1 end), 0) as undone"
                        + " from seamless_range where pair = ?")
                .param(pair)
                .query((row, number) -> new PassProgress(
                        row.getLong("seen"),
                        row.getLong("changed"),
                        row.getLong("remaining"),
                        row.getLong("undone") == 0))
                .single();
    }

    /**
     * Waits for the windows of a pass that was just stopped: each locks its range, and reads under that lock whether the pass
     * still runs. In the order of their numbers, as every other that locks several.
     */
    void awaitWindows(String pair) {
        session.sql()
                .sql("select range_number from seamless_range where pair = ? order by range_number for update")
                .param(pair)
                .query(Integer.class)
                .list();
    }

    void clear(String pair) {
        session.sql()
                .sql("delete from seamless_range where pair = ?")
                .param(pair)
                .update();
    }
}
