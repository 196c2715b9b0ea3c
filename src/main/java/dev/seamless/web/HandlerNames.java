package dev.seamless.web;

import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.web.FormerNames.Renaming;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/** What the parameters of one handler method were called before: its {@code @RequestParam}s and the objects it has bound. */
final class HandlerNames {

    private final Renames renames;
    private final ParameterBinding binding;
    private final FormerNames parameters = new FormerNames();
    private final List<ResolvableType> bound = new ArrayList<>();
    private final Map<ResolvableType, BoundType> types = new ConcurrentHashMap<>();

    HandlerNames(HandlerMethod handler, Renames renames, ParameterBinding binding) {
        this.renames = renames;
        this.binding = binding;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    || parameter.hasParameterAnnotation(RequestPart.class)) {
                addParameter(RenamedParameter.of(parameter));
            } else if (isBound(parameter)) {
                bound.add(ResolvableType.forMethodParameter(parameter.nestedIfOptional()));
            }
        }
    }

    /** Names of the attributes of one type, which nothing is bound to. */
    HandlerNames(ResolvableType type, Renames renames) {
        this.renames = renames;
        this.binding = ParameterBinding.NONE;
        bound.add(type);
    }

    /** A {@code @Renamed} without effect is refused elsewhere; no name from before it leads to the one of now. */
    private void addParameter(List<RenamedParameter> chain) {
        for (int i = 0; i < chain.size(); i++) {
            List<RenamedParameter> since = chain.subList(i, chain.size());
            String old = chain.get(i).oldName();
            String name = chain.get(i).newName();
            if (old != null && name != null && since.stream().allMatch(renamed -> renamed.oldName() != null)) {
                List<Rename> all = since.stream()
                        .map(renamed -> renames.of(renamed.renamed().id(), renamed.toString()))
                        .toList();
                parameters.add(old, all, name);
            }
        }
    }

    /** As Spring decides it: what is annotated so, or with nothing of Spring's, no simple value, and left by all others. */
    private boolean isBound(MethodParameter parameter) {
        MethodParameter nested = parameter.nestedIfOptional();
        Class<?> type = nested.getNestedParameterType();
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                || (Arrays.stream(parameter.getParameterAnnotations()).noneMatch(HandlerNames::isOfSpring)
                        && !BeanUtils.isSimpleProperty(type)
                        && !isOfPlatform(type)
                        && !binding.elsewhere().test(parameter));
    }

    private static boolean isOfSpring(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith("org.springframework.web.")
                || name.startsWith("org.springframework.security.")
                || name.startsWith("org.springframework.data.");
    }

    /**
     * Looks at the types that may be bound, which is else done when a parameter comes.
     *
     * @throws dev.seamless.RefusedException if an attribute's two names cannot be kept there
     */
    void inspect() {
        Set<Class<?>> seen = new HashSet<>();
        bound.forEach(type -> inspect(type, seen));
    }

    private void inspect(ResolvableType type, Set<Class<?>> seen) {
        Class<?> raw = type.toClass();
        if (!raw.isPrimitive() && !isOfPlatform(raw) && binding.inspected().test(raw) && seen.add(raw)) {
            BoundType owner = boundType(type);
            owner.check();
            ReflectionUtils.doWithFields(
                    raw,
                    field -> inspect(owner.typeOf(field.getName()), seen),
                    field -> !Modifier.isStatic(field.getModifiers()));
        }
    }

    private static boolean isOfPlatform(Class<?> type) {
        return Stream.of("java.", "jakarta.", "org.springframework.").anyMatch(type.getName()::startsWith);
    }

    /** Whether the method takes nothing that could have had another name. */
    boolean isEmpty() {
        return parameters.isEmpty() && bound.isEmpty();
    }

    /** Returns what the parameter is called now, with the rename that did it; null if it is no old name. */
    @Nullable
    Renaming find(String parameter) {
        Renaming renaming = parameters.find(parameter);
        for (int i = 0; i < bound.size() && renaming == null; i++) {
            renaming = find(parameter, bound.get(i));
        }
        return renaming;
    }

    /** Returns the name that the client is served of a parameter, or of a path into an object that is bound. */
    String toldTo(ClientView view, String current) {
        String parameter = parameters.toldTo(view, current);
        if (!parameter.equals(current)) {
            return parameter;
        }
        for (ResolvableType root : bound) {
            String told = toldTo(view, current, root);
            if (!told.equals(current)) {
                return told;
            }
        }
        return current;
    }

    private String toldTo(ClientView view, String path, ResolvableType root) {
        StringBuilder told = new StringBuilder();
        ResolvableType type = root;
        for (String segment : path.split("\\.", -1)) {
            int keys = segment.indexOf('[') < 0 ? segment.length() : segment.indexOf('[');
            String name = segment.substring(0, keys);
            BoundType owner = type == ResolvableType.NONE ? null : boundType(type);
            told.append(told.isEmpty() ? "" : ".")
                    .append(owner == null ? name : owner.toldTo(view, name))
                    .append(segment, keys, segment.length());
            type = owner == null ? ResolvableType.NONE : owner.typeOf(name);
        }
        return told.toString();
    }

    private BoundType boundType(ResolvableType type) {
        return types.computeIfAbsent(
                type,
                t -> new BoundType(
                        t, renames, binding.accepted().test(t.toClass().getName())));
    }

    /** Follows a path such as {@code _users[0].bio}; the marker is that of Spring's {@code WebDataBinder}. */
    private @Nullable Renaming find(String path, ResolvableType root) {
        List<Rename> renames = new ArrayList<>();
        StringBuilder renamed = new StringBuilder();
        ResolvableType type = root;
        for (String segment : path.split("\\.", -1)) {
            int from = renamed.isEmpty() && (segment.startsWith("_") || segment.startsWith("!")) ? 1 : 0;
            int to = segment.indexOf('[') < 0 ? segment.length() : segment.indexOf('[');
            String name = segment.substring(from, Math.max(from, to));
            BoundType owner = type == ResolvableType.NONE ? null : boundType(type);
            Renaming found = owner == null ? null : owner.find(name);
            renames.addAll(found == null ? List.of() : found.renames());
            String current = found == null ? name : found.newName();
            renamed.append(renamed.isEmpty() ? "" : ".")
                    .append(segment, 0, from)
                    .append(current)
                    .append(segment, Math.max(from, to), segment.length());
            type = owner == null ? ResolvableType.NONE : owner.typeOf(current);
        }
        return renames.isEmpty() ? null : new Renaming(renames, renamed.toString());
    }
}
