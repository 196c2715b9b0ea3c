package dev.seamless.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Whether two values that were read from one body are the same to its client. Equal values are; so are decimals of
 * different scale, and beans without an {@code equals} of their own whose properties are the same.
 */
final class Sameness {

    /** Deeper than any DTO, and far from where a cycle of objects would end. */
    private static final int MAX_DEPTH = 100;

    private final DeserializationContext context;

    Sameness(DeserializationContext context) {
        this.context = context;
    }

    boolean same(@Nullable Object one, @Nullable Object other) {
        return same(one, other, 0);
    }

    private boolean same(@Nullable Object one, @Nullable Object other, int depth) {
        if (one == null || other == null || depth > MAX_DEPTH) {
            return one == other;
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one.equals(other)) {
            return true;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(e -> same(e.getValue(), b.get(e.getKey()), depth + 1));
        }
        if (one instanceof Collection<?> a && other instanceof Collection<?> b) {
            return sameElements(a, b, depth);
        }
        if (one.getClass() != other.getClass()) {
            return false;
        }
        return one.getClass().isArray() ? sameArrays(one, other, depth) : sameBeans(one, other, depth);
    }

    private boolean sameElements(Collection<?> one, Collection<?> other, int depth) {
        Iterator<?> elements = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(e -> same(e, elements.next(), depth + 1));
    }

    private boolean sameArrays(Object one, Object other, int depth) {
        int length = Array.getLength(one);
        if (length != Array.getLength(other)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!same(Array.get(one, i), Array.get(other, i), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameBeans(Object one, Object other, int depth) {
        if (hasOwnEquals(one.getClass())) {
            return one instanceof Record && sameProperties(one, other, depth);
        }
        return sameProperties(one, other, depth);
    }

    private boolean sameProperties(Object one, Object other, int depth) {
        for (BeanPropertyDefinition property : context.introspectBeanDescription(context.constructType(one.getClass()))
                .findProperties()) {
            AnnotatedMember accessor = property.getAccessor();
            if (accessor == null) {
                return false;
            }
            accessor.fixAccess(false);
            if (!same(accessor.getValue(one), accessor.getValue(other), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOwnEquals(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
