package dev.seamless.json;

import dev.seamless.RenameConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** The way of a value from a former name to the current one and back: the converters of the renames between, in order. */
final class Conversion {

    private static final Logger LOG = LoggerFactory.getLogger(Conversion.class);

    static final Conversion NONE = new Conversion(List.of());

    private final List<RenameConverter<Object, Object>> converters;

    private Conversion(List<RenameConverter<Object, Object>> converters) {
        this.converters = List.copyOf(converters);
    }

    /** Returns this conversion with one more in front of it, for a name that is one rename older. */
    @SuppressWarnings("unchecked") // the types are those of the attribute, and checked by its use
    Conversion after(RenameConverter<?, ?> first) {
        List<RenameConverter<Object, Object>> all = new ArrayList<>();
        all.add((RenameConverter<Object, Object>) first);
        all.addAll(converters);
        return new Conversion(all);
    }

    boolean isNone() {
        return converters.isEmpty();
    }

    /** The type of the value under the old name. */
    JavaType oldType(TypeFactory types) {
        JavaType converter = types.constructType(converters.get(0).getClass());
        return types.findTypeParameters(converter, RenameConverter.class)[0];
    }

    /**
     * Returns the value of the attribute for one under the old name.
     *
     * @throws Inconvertible if there is none
     */
    @Nullable
    Object toNew(@Nullable Object oldValue) throws Inconvertible {
        Object value = oldValue;
        for (int i = 0; i < converters.size(); i++) {
            value = converted(converters.get(i), RenameConverter::toNew, value);
        }
        return value;
    }

    /**
     * Returns the value under the old name for one of the attribute.
     *
     * @throws Inconvertible if there is none
     */
    @Nullable
    Object toOld(@Nullable Object newValue) throws Inconvertible {
        Object value = newValue;
        for (int i = converters.size() - 1; i >= 0; i--) {
            value = converted(converters.get(i), RenameConverter::toOld, value);
        }
        return value;
    }

    /** The one place where a converter is called; what it throws goes no further, for that may hold the value. */
    private static @Nullable Object converted(
            RenameConverter<Object, Object> converter,
            BiFunction<RenameConverter<Object, Object>, Object, @Nullable Object> direction,
            @Nullable Object value)
            throws Inconvertible {
        if (value == null) {
            return null;
        }
        try {
            return direction.apply(converter, value);
        } catch (RuntimeException e) {
            LOG.atDebug()
                    .addKeyValue("converter", converter.getClass().getName())
                    .addKeyValue("exception", e.getClass().getName())
                    .log("A value has no form under the other name");
            throw new Inconvertible();
        }
    }

    /** Says that a value has no form under the other name. */
    static final class Inconvertible extends Exception {

        private static final long serialVersionUID = 1;

        private Inconvertible() {
            super(null, null, false, false);
        }
    }
}
