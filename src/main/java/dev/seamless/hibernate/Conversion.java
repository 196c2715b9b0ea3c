package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hibernate.internal.util.GenericsHelper;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RenameConverter} in use, with the name of what it converts for messages; these never carry a value, nor do they
 * have the converter's own exception as their cause.
 */
final class Conversion {

    private final Rename rename;
    private final String member;
    private final RenameConverter<Object, Object> converter;

    @SuppressWarnings("unchecked")
    Conversion(Rename rename, String member, Class<? extends RenameConverter<?, ?>> type, ManagedBeanRegistry beans) {
        this.rename = rename;
        this.member = member;
        this.converter = (RenameConverter<Object, Object>) beans.getBean(type).getBeanInstance();
    }

    static Class<?> oldType(Class<? extends RenameConverter<?, ?>> converter) {
        return (Class<?>) GenericsHelper.typeArguments(RenameConverter.class, converter)[0];
    }

    static Class<?> newType(Class<? extends RenameConverter<?, ?>> converter) {
        return (Class<?>) GenericsHelper.typeArguments(RenameConverter.class, converter)[1];
    }

    @Nullable
    Object toNew(@Nullable Object oldValue) {
        return converted(oldValue, converter::toNew, "an old value that has no new form");
    }

    /** Returns the old value, and makes sure that half of the fleet can read it back where both columns are written. */
    @Nullable
    Object toOld(@Nullable Object newValue) {
        Object oldValue = converted(newValue, converter::toOld, "a new value that has no old form");
        if (rename.schema().writesBoth() && !same(toNew(oldValue), newValue)) {
            throw refused("a new value that does not come back from its old form");
        }
        return oldValue;
    }

    private @Nullable Object converted(@Nullable Object value, UnaryOperator<Object> conversion, String what) {
        if (value == null) {
            return null;
        }
        try {
            return conversion.apply(value);
        } catch (RuntimeException e) {
            throw refused(what + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.deepEquals(one, other)
                || (one instanceof Comparable<?>
                        && other != null
                        && one.getClass() == other.getClass()
                        && ((Comparable<Object>) one).compareTo(other) == 0);
    }

    private RefusedException refused(String what) {
        return new RefusedException(
                member + " has " + what + " by the converter of the rename '" + rename.id() + "'.",
                "Mend the value or the converter; nothing was written.");
    }
}
