package dev.seamless.tour.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names under which a client was served a value.
 *
 * @param knows the names that it knows: it breaks on any other, and on none
 * @param needs those of them that it breaks without
 */
public record Served(String client, Set<String> knows, Set<String> needs, Map<String, String> values) {

    /** A shape that was served. */
    public Served {
        knows = Set.copyOf(knows);
        needs = Set.copyOf(needs);
        values = new TreeMap<>(values);
    }

    boolean isKnown() {
        return !values.isEmpty()
                && knows.containsAll(values.keySet())
                && values.keySet().containsAll(needs);
    }

    boolean isOneValue() {
        return Set.copyOf(values.values()).size() <= 1;
    }
}
