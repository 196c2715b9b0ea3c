package dev.seamless;

import java.util.Optional;

/**
 * Turns the value of the old name into that of the new one and back, for a rename that changes type or format too.
 *
 * <p>It must round-trip both ways, or half of the fleet could not read what the other half wrote: in a middle phase a
 * write whose value does not is refused. Whatever a converter throws ({@link IllegalArgumentException},
 * {@link ArithmeticException}, {@link java.time.DateTimeException} or another {@link RuntimeException}) says that the value
 * has no form under the other name, and goes no further, for its message may hold the value. {@code null} never reaches a
 * converter: it is {@code null} under both names. An implementation is stateless, or safe for use by many threads, and is a
 * Spring bean or has a constructor without parameters.
 *
 * @param <O> the type of the old value
 * @param <N> the type of the new value
 */
public interface RenameConverter<O, N> {

    /**
     * Returns the new value for an old one.
     *
     * @throws RuntimeException if the old value has no new form; the write is refused then, and the request answered with 400
     */
    N toNew(O oldValue);

    /**
     * Returns the old value for a new one.
     *
     * @throws RuntimeException if the new value has no old form; as long as the old name is in use, the write is refused
     *     then, and the request answered with 400
     */
    O toOld(N newValue);

    /**
     * Returns {@link #toNew} as an SQL expression over the given old column, for moving many rows in one statement; empty,
     * the default, where there is none.
     */
    default Optional<String> toNewSql(String oldColumn) {
        return Optional.empty();
    }

    /**
     * Returns {@link #toOld} as an SQL expression over the given new column; empty, the default, where there is none.
     */
    default Optional<String> toOldSql(String newColumn) {
        return Optional.empty();
    }

    /** Stands for "no converter" where an annotation needs a class; never instantiated. */
    final class None implements RenameConverter<Object, Object> {

        private None() {}

        @Override
        public Object toNew(Object oldValue) {
            return oldValue;
        }

        @Override
        public Object toOld(Object newValue) {
            return newValue;
        }
    }
}
