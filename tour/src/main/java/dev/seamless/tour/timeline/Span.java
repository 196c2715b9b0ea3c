package dev.seamless.tour.timeline;

import java.util.Set;

/**
 * Something that went on from one time to another.
 *
 * @param accountsFor the reasons for which a request may fail meanwhile
 */
public record Span(Kind kind, String label, long from, long to, Set<String> accountsFor) {

    /** What can go on. */
    public enum Kind {
        /** A move of the way. */
        MOVE,
        /** Nothing but traffic, to compare with. */
        QUIET,
        /** A JVM that starts, on the cores that all share. */
        START,
        /** A command, from the time on at which its JVM has started. */
        WORK,
        /** Something that went wrong on purpose, until all is well again. */
        CHAOS,
        /** A command or a start that did not succeed and was tried again, or an instance that ended by itself. */
        SETBACK
    }

    /** A span. */
    public Span {
        accountsFor = Set.copyOf(accountsFor);
    }

    /** One that accounts for no failure. */
    public Span(Kind kind, String label, long from, long to) {
        this(kind, label, from, to, Set.of());
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
