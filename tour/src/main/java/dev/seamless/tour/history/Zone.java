package dev.seamless.tour.history;

import java.util.List;

/**
 * A write with the reads of its value. Its value was the row's from the first moment at which somebody had finished with it to
 * the last at which somebody began to ask, if these come in this order: {@code P. Gibbons, E. Korach, Testing Shared Memories}
 * call that a forward zone. Else some moment between the two will do: a backward zone.
 */
record Zone(Write write, List<Read> reads, long firstEnd, long lastBegin) {

    static Zone of(Write write, List<Read> reads) {
        long firstEnd = write.ended();
        long lastBegin = write.begun();
        for (Read read : reads) {
            firstEnd = Math.min(firstEnd, read.ended());
            lastBegin = Math.max(lastBegin, read.begun());
        }
        return new Zone(write, reads, firstEnd, lastBegin);
    }

    /** A write that was neither acknowledged nor seen need not have happened. */
    boolean happened() {
        return write.isAcknowledged() || !reads.isEmpty();
    }

    /**
     * Whether no order can explain both: somebody had finished with each before somebody began with the other. So do two
     * forward zones that overlap, and a backward zone within a forward one; two backward zones never.
     */
    boolean contradicts(Zone other) {
        return firstEnd < other.lastBegin && other.firstEnd < lastBegin;
    }
}
