package dev.seamless.backfill;

import dev.seamless.RenameConverter;
import org.jspecify.annotations.Nullable;

/**
 * What a pass does to the values of a converting rename.
 *
 * @param converter its converter; where that has SQL, the database converts
 * @param oldValues the values of the old column
 * @param newValues the values of the new column
 */
public record Conversion(RenameConverter<?, ?> converter, ColumnValues oldValues, ColumnValues newValues) {

    ColumnValues values(boolean ofNew) {
        return ofNew ? newValues : oldValues;
    }

    /**
     * The value of the one column for that of the other; a converter never sees {@code null}.
     *
     * @throws Inconvertible if there is none
     */
    @SuppressWarnings("unchecked")
    @Nullable
    Object convert(boolean toNew, @Nullable Object value) {
        RenameConverter<Object, Object> both = (RenameConverter<Object, Object>) converter;
        try {
            return value == null ? null : toNew ? both.toNew(value) : both.toOld(value);
        } catch (RuntimeException e) {
            throw new Inconvertible(e);
        }
    }
}
