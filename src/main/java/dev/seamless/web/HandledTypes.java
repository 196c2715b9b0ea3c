package dev.seamless.web;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/**
 * The types that handler methods take as a body or return, and what those are made of, as far as signatures and fields say:
 * also in a {@code List}, a {@code Page}, a {@code ResponseEntity} or a {@code Flux}.
 */
public final class HandledTypes {

    private final Predicate<Class<?>> own;
    private final Set<Type> seen = new HashSet<>();
    private final Set<Class<?>> types = new HashSet<>();

    /**
     * Creates an empty set.
     *
     * @param own whether a type is the application's own, so that its fields are of interest
     */
    public HandledTypes(Predicate<Class<?>> own) {
        this.own = own;
    }

    /** Adds what the method takes and returns. */
    public void add(HandlerMethod handler) {
        add(ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType()));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)
                    || parameter.hasParameterAnnotation(RequestPart.class)
                    || HttpEntity.class.isAssignableFrom(parameter.getParameterType())) {
                add(ResolvableType.forMethodParameter(parameter));
            }
        }
    }

    private void add(ResolvableType type) {
        if (type == ResolvableType.NONE || !seen.add(type.getType())) {
            return;
        }
        add(type.getComponentType());
        addGenerics(type);
        Class<?> raw = type.resolve();
        if (raw != null && own.test(raw) && types.add(raw)) {
            addGenerics(type.getSuperType()); // not itself, which others extend too
            ReflectionUtils.doWithFields(
                    raw,
                    field -> add(ResolvableType.forField(field, type)),
                    field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()));
        }
    }

    private void addGenerics(ResolvableType type) {
        for (ResolvableType generic : type.getGenerics()) {
            add(generic);
        }
    }

    /** Whether the type is among them, itself or by one that it extends or that extends it. */
    public boolean contains(Class<?> type) {
        return types.stream().anyMatch(handled -> handled.isAssignableFrom(type) || type.isAssignableFrom(handled));
    }
}
