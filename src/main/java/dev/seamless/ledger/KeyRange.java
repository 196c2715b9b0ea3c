package dev.seamless.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A range of keys that a pass walks, in windows. Places are text that whoever walks the table writes and reads.
 *
 * @param number its number; 0 is the rest of the table, which the others are cut from
 * @param cursor the place up to which it is done, or {@code null} where it begins with the table
 * @param end the place at which it ends, or {@code null} where nobody has looked yet
 * @param seen how many rows were walked
 * @param changed how many of them were behind, and are not any more
 * @param left how many of them could not be brought up
 * @param window how many rows the next window takes
 * @param done whether nothing is left to do in it
 */
public record KeyRange(
        int number,
        @Nullable String cursor,
        @Nullable String end,
        long seen,
        long changed,
        long left,
        int window,
        boolean done) {

    /** The range after a window. */
    public KeyRange after(String to, long rows, long changedRows, long leftRows, int nextWindow) {
        return new KeyRange(
                number, to, end, seen + rows, changed + changedRows, left + leftRows, nextWindow, to.equals(end));
    }

    KeyRange over(@Nullable String from, String to) {
        return new KeyRange(number, from, to, seen, changed, left, window, false);
    }

    KeyRange finished() {
        return new KeyRange(number, cursor, end, seen, changed, left, window, true);
    }
}
