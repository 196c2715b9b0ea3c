package dev.seamless;

/**
 * Which of the two names of a rename one server instance serves to its clients, and which it accepts from them.
 *
 * <p>An instance accepts whatever any other live instance may already be serving: hence {@link #OLD} accepts the new
 * name and {@link #SERVE_NEW} the old one. A field that is dropped from a {@code PUT} is a lost write.
 */
public enum ApiPhase {

    /** Serves the old name, accepts both. */
    OLD(true, false, true),

    /** Serves both names with the same value, accepts both. */
    BOTH(true, true, true),

    /** Serves the new name, accepts both. */
    SERVE_NEW(false, true, true),

    /** Serves and accepts the new name; the old one is answered with an error that names both. */
    NEW(false, true, false);

    private final boolean servesOld;
    private final boolean servesNew;
    private final boolean acceptsOld;

    ApiPhase(boolean servesOld, boolean servesNew, boolean acceptsOld) {
        this.servesOld = servesOld;
        this.servesNew = servesNew;
        this.acceptsOld = acceptsOld;
    }

    /** Whether an answer carries the old name. */
    public boolean servesOld() {
        return servesOld;
    }

    /** Whether an answer carries the new name. */
    public boolean servesNew() {
        return servesNew;
    }

    /** Whether a request may carry the old name; the new one is accepted in every phase. */
    public boolean acceptsOld() {
        return acceptsOld;
    }
}
