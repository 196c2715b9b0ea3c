package dev.seamless.tour.chaos;

/** What goes wrong on purpose. */
public enum Disruption {
    /** {@code kill -9} of the process that runs a pass, or of an instance. */
    KILL("kill -9"),
    /** An instance that is suspended until it has been thought gone for a while, and resumed. */
    SUSPEND("SIGSTOP"),
    /** The database, at once. */
    RESTART("database restart");

    private final String title;

    Disruption(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
