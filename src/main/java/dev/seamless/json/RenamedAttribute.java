package dev.seamless.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * An attribute of one type with all the names that JSON has for it.
 *
 * @param type the type that has the attribute
 * @param index its number among the renamed attributes of the type
 * @param current its name now
 * @param former the names that it had before, the oldest first; at least one
 * @param accessor what reads its value from an object; null where nothing does
 */
record RenamedAttribute(
        Class<?> type,
        int index,
        JsonName current,
        List<JsonName> former,
        @Nullable AnnotatedMember accessor) {

    RenamedAttribute {
        former = List.copyOf(former);
    }

    /** Returns the value that the attribute of the object has, or null where it cannot be read. */
    @Nullable
    Offer of(Object object) {
        if (accessor == null || !accessor.getDeclaringClass().isInstance(object)) {
            return null;
        }
        try {
            Object value = accessor.getValue(object);
            return new Offer(current, value, value);
        } catch (IllegalArgumentException e) { // as AnnotatedMember has it where the getter throws
            return null;
        }
    }

    boolean isConverted() {
        return former.stream().anyMatch(name -> !name.conversion().isNone());
    }

    RenamedAttribute readBy(AnnotatedMember other) {
        return new RenamedAttribute(type, index, current, former, other);
    }

    /** The name by which a client is told of the attribute where it has not used one itself: the newest that it is served. */
    JsonName toldTo(ClientView view) {
        for (int i = former.size() - 1; i >= 0 && !current.servedTo(view); i--) {
            if (former.get(i).servedTo(view)) {
                return former.get(i);
            }
        }
        return current;
    }

    @Override
    public String toString() {
        return type.getName() + "." + current.text();
    }
}
