package dev.seamless.backfill;

import java.time.Duration;

/**
 * How many rows the next window takes, so that it lasts about thirty milliseconds: whoever waits for it waits no longer. A window
 * that came into somebody's way is tried again with half of its rows.
 */
final class Pace {

    static final Duration TARGET = Duration.ofMillis(30);
    private static final int SMALLEST = 10;
    private static final int LARGEST = 20_000;

    private final int largest;
    private int limit;

    Pace() {
        this(LARGEST);
    }

    Pace(int largest) {
        this.largest = largest;
        this.limit = largest;
    }

    /** The rows to take, where that many are proposed. */
    int rows(int proposed) {
        return Math.min(proposed, limit);
    }

    /** The rows to propose next, after a window of so many rows. */
    int after(int rows, Duration took) {
        limit = Math.min(largest, Math.max(SMALLEST, limit * 2));
        double factor = (double) TARGET.toNanos() / Math.max(1, took.toNanos());
        return (int) Math.max(SMALLEST, Math.min(largest, rows * Math.max(0.5, Math.min(4, factor))));
    }

    /** The window did not come about. */
    void failed() {
        limit = Math.max(1, limit / 2);
    }
}
