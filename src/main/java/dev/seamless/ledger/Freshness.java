package dev.seamless.ledger;

import java.time.Duration;

/** How old what this instance knows of the ledger is. */
final class Freshness {

    private final Duration heartbeat;
    private final Duration expiry;

    private volatile long lastLook;
    private volatile long lastBeat;

    Freshness(FleetSettings settings) {
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

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }
}
