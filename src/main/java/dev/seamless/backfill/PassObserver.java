package dev.seamless.backfill;

import dev.seamless.ledger.PassProgress;
import java.time.Duration;
import java.util.List;

/** Sees how a pass goes on; called by the workers' threads. */
public interface PassObserver {

    /** Sees nothing. */
    PassObserver NONE = new PassObserver() {};

    /**
     * The pass has come so far, in all processes.
     *
     * @param about how many rows the table has, as the database estimates
     */
    default void progressed(PassProgress progress, long about) {}

    /** It pauses, and why. */
    default void paused(Pause why, Duration howLong) {}

    /**
     * Rows are left that could not be brought up.
     *
     * @param keys the keys of some of them
     */
    default void left(long rows, List<String> keys) {}
}
