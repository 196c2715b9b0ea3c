package dev.seamless.autoconfigure;

import dev.seamless.protocol.Direction;

/** Starts and stops the passes of this instance, where there is a ledger. */
interface PassControl {

    /**
     * Starts a pass over each pair of a rename, or goes on with the one that is under way.
     *
     * @throws dev.seamless.RefusedException if a rule forbids it, or this instance is at it already
     */
    void start(String rename, Direction direction, boolean verifies);

    /**
     * Stops what this instance runs, so that it can be gone on with.
     *
     * @param everywhere whether to end the passes in the ledger, so that whoever works on them stops as well
     * @throws dev.seamless.RefusedException if there is nothing to stop
     */
    void stop(String rename, boolean everywhere);
}
