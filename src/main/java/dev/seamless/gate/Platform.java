package dev.seamless.gate;

/**
 * The two bounds of a platform.
 *
 * @param minimum the floor: the oldest client version that may operate
 * @param latest the newest released client version
 */
public record Platform(Version minimum, Version latest) {

    /**
     * Creates the bounds.
     *
     * @throws IllegalArgumentException if the minimum is above the latest
     */
    public Platform {
        if (latest.isBefore(minimum)) {
            throw new IllegalArgumentException("the minimum " + minimum + " is above the latest " + latest);
        }
    }
}
