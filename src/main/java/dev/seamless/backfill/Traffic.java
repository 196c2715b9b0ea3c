package dev.seamless.backfill;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether others are at work on the database. A look is a moment, and the application's statements are short: who was seen at
 * work counts for a second, and only after a number of looks that found nobody is it sure that nobody is there. Shared by the workers
 * of a process.
 */
final class Traffic {

    private static final Duration COUNTS = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofMillis(250);
    private static final int SURE = 16;

    private final boolean counts;
    private final AtomicInteger looksInVain = new AtomicInteger();
    private final AtomicLong lastSeen = new AtomicLong(System.nanoTime() - COUNTS.toNanos());

    /**
     * Creates it.
     *
     * @param counts whether anybody makes way for it
     */
    Traffic(boolean counts) {
        this.counts = counts;
    }

    /** Whether a look tells anything new: who was seen a moment ago is still counted for a while. */
    boolean isWorthALook() {
        return counts && System.nanoTime() - lastSeen.get() > FRESH.toNanos();
    }

    /** Notes how many others a look has found at work. */
    void found(int others) {
        if (others > 0) {
            lastSeen.set(System.nanoTime());
            looksInVain.set(0);
        } else {
            looksInVain.incrementAndGet();
        }
    }

    /** Whether a pass has to be careful: others are at work, or it is not sure yet that there are none. */
    boolean isPossible() {
        return counts && (looksInVain.get() < SURE || isUnderWay());
    }

    /** Whether a pass has to make way. */
    boolean isUnderWay() {
        return counts && System.nanoTime() - lastSeen.get() < COUNTS.toNanos();
    }
}
