package dev.seamless.backfill;

import java.time.Duration;

/**
 * How many rows the next window takes, so that it writes for about thirty milliseconds, and for one while others are at work:
 * whoever waits for it waits no longer, and a commit behind it has little more to bring to the disk. A window that came into
 * somebody's way is tried again with half of its rows.
 */
final class Pace {

    private static final Duration TARGET = Duration.ofMillis(30);
    private static final Duration AMONG_OTHERS = Duration.ofMillis(1);
    private static final double NEAR = 0.2;
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

    /**
     * The rows to propose next, after a window of so many rows. As many where it took about as long as it was to take: a range
     * is cut to hold windows of one size, and another size leaves a remnant at its end.
     *
     * @param amongOthers whether others are at work
     */
    int after(int rows, Duration wrote, boolean amongOthers) {
        limit = Math.min(largest, Math.max(SMALLEST, limit * 2));
        Duration target = amongOthers ? AMONG_OTHERS : TARGET;
        double factor = (double) target.toNanos() / Math.max(1, wrote.toNanos());
        if (Math.abs(factor - 1) < NEAR) {
            return rows;
        }
        return (int) Math.max(SMALLEST, Math.min(largest, rows * Math.max(0.1, Math.min(4, factor))));
    }

    /** The window did not come about. */
    void failed() {
        limit = Math.max(1, limit / 2);
    }
}
