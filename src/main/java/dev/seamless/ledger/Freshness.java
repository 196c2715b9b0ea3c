package dev.seamless.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How old what this instance knows of the ledger is. */
final class Freshness {

    private final LongSupplier clock;
    private final Duration heartbeat;
    private final Duration expiry;

    private volatile long lastLook;
    private volatile long lastBeat;

    /** @param clock in nanoseconds, as {@link System#nanoTime()} */
    Freshness(LongSupplier clock, FleetSettings settings) {
        this.clock = clock;
        this.heartbeat = settings.heartbeat();
        this.expiry = settings.expiry();
    }

    /** Notes a look, which is as old as its question. */
    void looked(long asked) {
        lastLook = asked;
    }

    /** Notes a beat, which is as old as its question. */
    void beaten(long asked) {
        lastBeat = asked;
    }

    /** From two thirds of an expiry on: one may look while others go on. */
    boolean isLookDue() {
        return isOver(lastLook, expiry.multipliedBy(2).dividedBy(3));
    }

    /** The last look is too old: nobody may go on without a new one. */
    boolean isLookOverdue() {
        return isOver(lastLook, expiry);
    }

    boolean isBeatOverdue() {
        return isOver(lastBeat, heartbeat.multipliedBy(2));
    }

    long now() {
        return clock.getAsLong();
    }

    private boolean isOver(long since, Duration time) {
        return now() - since > time.toNanos();
    }
}
