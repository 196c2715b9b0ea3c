package dev.seamless.backfill;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether others are at work on the database. A look is a moment, and the application's statements are short: only after a number
 * of looks that found nobody, one after the other, is it sure that nobody is there. Shared by the workers of a process.
 */
final class Traffic {

    private static final Duration FRESH = Duration.ofMillis(250);
    private static final int SURE = 16;

    private final boolean counts;
    private final AtomicInteger looksInVain = new AtomicInteger();
    private final AtomicLong lastSeen = new AtomicLong(System.nanoTime() - FRESH.toNanos());

    /**
     * Creates it.
     *
     * @param counts whether anybody makes way for it
     */
    Traffic(boolean counts) {
        this.counts = counts;
    }

    /** Whether a look tells anything new: who was seen a moment ago is still there. */
    boolean isWorthALook() {
        return counts && System.nanoTime() - lastSeen.get() >= FRESH.toNanos();
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

    /** Whether a pass has to make way: others are at work, or it is not sure that there are none. */
    boolean isUnderWay() {
        return counts && looksInVain.get() < SURE;
    }
}
