package dev.seamless.backfill;

import dev.seamless.Pair;
import dev.seamless.protocol.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A pass that somebody wants.
 *
 * @param pair the pair, as the mapping names it
 * @param direction which column to bring up to the other
 * @param conversion how the values are converted; {@code null} if the rename changes the name alone
 * @param verifies whether to wait for older transactions first, and to look at each window once more after it
 */
public record PassRequest(
        Pair pair, Direction direction, @Nullable Conversion conversion, boolean verifies) {

    /** A pass that brings a column up. */
    public static PassRequest backfill(Pair pair, Direction direction, @Nullable Conversion conversion) {
        return new PassRequest(pair, direction, conversion, false);
    }

    /** A pass that brings a column up and makes sure of it. */
    public static PassRequest verify(Pair pair, Direction direction, @Nullable Conversion conversion) {
        return new PassRequest(pair, direction, conversion, true);
    }
}
