package dev.seamless.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** The types that an entity is made of: its superclasses, its embeddables, and what it refers to. */
final class ReachableTypes {

    private ReachableTypes() {}

    static Set<Class<?>> from(Class<?> root) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<ResolvableType> ahead = new ArrayDeque<>();
        ahead.add(ResolvableType.forClass(root));
        while (!ahead.isEmpty()) {
            ResolvableType type = ahead.remove();
            for (ResolvableType generic : type.getGenerics()) {
                ahead.add(generic);
            }
            Class<?> raw = type.toClass();
            if (!raw.isPrimitive() && !raw.getName().startsWith("java.") && found.add(raw)) {
                if (raw.getSuperclass() != null) {
                    ahead.add(type.getSuperType());
                }
                ReflectionUtils.doWithLocalFields(raw, field -> ahead.add(ResolvableType.forField(field, type)));
            }
        }
        return found;
    }
}
