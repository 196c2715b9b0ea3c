package dev.seamless;

import java.util.Objects;

/**
 * One rename, with the phases that this instance is in.
 *
 * @param id the id that its {@link Renamed} members share: {@code [a-z][a-z0-9-]*}
 * @param schema the phase on the schema boundary
 * @param api the phase on the API boundary
 */
public record Rename(String id, SchemaPhase schema, ApiPhase api) {

    /**
     * Creates a rename.
     *
     * @throws IllegalArgumentException if the id is not of the form {@code [a-z][a-z0-9-]*}
     */
    public Rename {
        if (!isId(id)) {
            throw new IllegalArgumentException("'" + id + "' is no id of a rename: use lower-case letters, digits and "
                    + "dashes, beginning with a letter");
        }
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(api, "api");
    }

    /** Whether the text has the form of an id: {@code [a-z][a-z0-9-]*}. */
    public static boolean isId(String text) {
        return !text.isEmpty()
                && isLetter(text.charAt(0))
                && text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}
