package dev.seamless.tour.timeline;

/** Something that went on from one time to another. */
public record Span(Kind kind, String label, long from, long to) {

    /** What can go on. */
    public enum Kind {
        /** A move of the way. */
        MOVE,
        /** Nothing but traffic, to compare with. */
        QUIET,
        /** A JVM that starts, on the cores that all share. */
        START,
        /** Something that went wrong on purpose, until all is well again. */
        CHAOS
    }

    /** Whether the request was under way at some time of it. */
    public boolean touches(Sample sample) {
        return sample.begun() <= to && from <= sample.ended();
    }

    /** How long it went on, in seconds. */
    public double seconds() {
        return (to - from) / 1e9;
    }
}
