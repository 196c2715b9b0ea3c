package dev.seamless.web;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;

/**
 * The types that handler methods take or return as a body, and what those are made of, as far as signatures and fields say:
 * also in a {@code List}, a {@code Page}, a {@code ResponseEntity} or a {@code Flux}.
 */
public final class HandledTypes {

    private static final Logger log = LoggerFactory.getLogger(HandledTypes.class);

    private final Predicate<Class<?>> own;
    private final Set<Class<?>> types = new HashSet<>();
    private final Supplier<Set<Class<?>>> all;

    /**
     * Creates the set, which is filled when it is first asked.
     *
     * @param own whether a type is the application's own, so that its fields are of interest
     * @param handlers returns the methods
     */
    public HandledTypes(Predicate<Class<?>> own, Supplier<Stream<HandlerMethod>> handlers) {
        this.own = own;
        this.all = SingletonSupplier.of(() -> {
            handlers.get().forEach(handler -> readIfPossible(handler, () -> add(handler)));
            return types;
        });
    }

    private void add(HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)
                    || parameter.hasParameterAnnotation(RequestPart.class)
                    || HttpEntity.class.isAssignableFrom(parameter.getParameterType())) {
                add(ResolvableType.forMethodParameter(parameter));
            }
        }
        ResolvableType returned = ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType());
        if (isBody(handler, returned)) {
            add(returned);
        }
    }

    /** What is returned else is an attribute of a view; but Spring MVC streams several that come by and by. */
    private static boolean isBody(HandlerMethod handler, ResolvableType returned) {
        ReactiveAdapter reactive = ReactiveAdapterRegistry.getSharedInstance().getAdapter(returned.toClass());
        return handler.hasMethodAnnotation(ResponseBody.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                || (reactive != null && reactive.isMultiValue())
                || Stream.concat(Stream.of(returned), Stream.of(returned.getGenerics()))
                        .anyMatch(type -> HttpEntity.class.isAssignableFrom(type.toClass()));
    }

    private void add(ResolvableType type) {
        add(type, new HashSet<>());
    }

    /** Type variables may be bounded by themselves, so none is followed twice on one path into a signature. */
    private void add(ResolvableType type, Set<Type> path) {
        if (type == ResolvableType.NONE || !path.add(type.getType())) {
            return;
        }
        add(type.getComponentType(), path);
        addGenerics(type, path);
        path.remove(type.getType());
        Class<?> raw = type.resolve();
        if (raw != null && own.test(raw) && types.add(raw)) {
            readIfPossible(raw, () -> addParts(raw, type));
        }
    }

    /** Once for each type: what others put in the place of its type variables is in their signatures. */
    private void addParts(Class<?> raw, ResolvableType type) {
        ResolvableType extended = type.getSuperType();
        while (extended != ResolvableType.NONE) {
            addGenerics(extended, new HashSet<>()); // not itself, which others extend too
            extended = extended.getSuperType();
        }
        ReflectionUtils.doWithFields(
                raw,
                field -> add(ResolvableType.forField(field, type)),
                field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()));
    }

    private void addGenerics(ResolvableType type, Set<Type> path) {
        for (ResolvableType generic : type.getGenerics()) {
            add(generic, path);
        }
    }

    /** What names a type that is not there, such as one of an optional library, can be read by no mapper either. */
    private static void readIfPossible(Object what, Runnable read) {
        try {
            read.run();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            log.info("Not looked at for renamed attributes: {}: {}", what, e.getMessage());
        }
    }

    /** Whether the type is among them, itself or by one that it extends or that extends it. */
    public boolean contains(Class<?> type) {
        return all.get().stream().anyMatch(handled -> handled.isAssignableFrom(type) || type.isAssignableFrom(handled));
    }
}
