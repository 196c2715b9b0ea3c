package dev.seamless.json;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two values that were read from JSON are the same to their client. */
final class Sameness {

    private Sameness() {}

    /** Equal values are the same; so are decimals of different scale, and arrays of equal elements. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.deepEquals(one, other);
    }
}
