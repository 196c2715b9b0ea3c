package dev.seamless.tour.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names under which a client was served a value.
 *
 * @param knows the names that it knows: it breaks on any other, and on none
 */
public record Served(String client, Set<String> knows, Map<String, String> values, long when) {

    /** A shape that was served. */
    public Served {
        knows = Set.copyOf(knows);
        values = new TreeMap<>(values);
    }

    boolean isKnown() {
        return !values.isEmpty() && knows.containsAll(values.keySet());
    }

    boolean isOneValue() {
        return Set.copyOf(values.values()).size() <= 1;
    }
}
