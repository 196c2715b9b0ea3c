package dev.seamless.tour.chaos;

import java.util.Set;

/** What goes wrong on purpose. */
public enum Disruption {
    /** {@code kill -9} of the process of a command, or of an instance. */
    KILL("kill -9", "instance gone"),
    /** An instance that is suspended until it has been thought gone for a while, and resumed. */
    SUSPEND("SIGSTOP", "timed out"),
    /** The database, at once. */
    RESTART("database restart", "HTTP 500", "HTTP 503", "timed out");

    private final String title;
    private final Set<String> failures;

    Disruption(String title, String... failures) {
        this.title = title;
        this.failures = Set.of(failures);
    }

    /** The reasons for which requests may fail meanwhile. */
    Set<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return title;
    }
}
