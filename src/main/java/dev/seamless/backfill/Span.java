package dev.seamless.backfill;

import dev.seamless.ledger.KeyRange;
import dev.seamless.schema.Rows;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind one place and up to another.
 *
 * @param from the place, or {@code null} for the begin of the table
 * @param to the other place
 */
record Span(@Nullable String from, String to) {

    /** What is left of a range. */
    static Span of(KeyRange range) {
        return new Span(range.cursor(), Objects.requireNonNull(range.end()));
    }

    /** The condition that a row lies in it. */
    String condition(Rows rows) {
        return (from == null ? "" : rows.after("from") + " and ") + rows.upTo("to");
    }

    Map<String, String> parameters() {
        Map<String, String> parameters =
                new HashMap<>(from == null ? Map.of() : Place.of(from).parameters("from"));
        parameters.putAll(Place.of(to).parameters("to"));
        return parameters;
    }
}
