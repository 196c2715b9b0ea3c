package dev.seamless.hibernate;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Maps an attribute, which has the new type, to the old column, as long as that is the one that is read. */
final class OldValueConverter implements AttributeConverter<Object, Object> {

    private final Conversion conversion;

    OldValueConverter(Conversion conversion) {
        this.conversion = conversion;
    }

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Object attribute) {
        return conversion.toOld(attribute);
    }

    @Override
    public @Nullable Object convertToEntityAttribute(@Nullable Object column) {
        return conversion.toNew(column);
    }
}
