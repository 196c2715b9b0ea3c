package dev.seamless;

/**
 * Says that a mapping, a setting or a statement cannot be kept safe, or has not been proved to be, and what to do instead.
 * At start-up it stops the start. Carries names and settings, never a user's data.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String description;
    private final String action;

    /**
     * Creates a refusal.
     *
     * @param description what is refused and why, as sentences
     * @param action what to do instead, as sentences
     */
    public RefusedException(String description, String action) {
        super(description + " " + action);
        this.description = description;
        this.action = action;
    }

    /** What is refused and why. */
    public String description() {
        return description;
    }

    /** What to do instead. */
    public String action() {
        return action;
    }
}
