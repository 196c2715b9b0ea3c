package dev.seamless.web;

import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.web.BoundType.Renaming;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/** What the parameters of one handler method were called before: its {@code @RequestParam}s and the objects it has bound. */
final class HandlerNames {

    private final Renames renames;
    private final Map<String, Renaming> parameters = new HashMap<>();
    private final List<ResolvableType> bound = new ArrayList<>();
    private final Map<ResolvableType, BoundType> types = new ConcurrentHashMap<>();

    HandlerNames(HandlerMethod handler, Renames renames) {
        this.renames = renames;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
            RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
            if (param != null) {
                addParameter(parameter, param.name());
            } else if (part != null) {
                addParameter(parameter, part.name());
            } else if (isBound(parameter)) {
                bound.add(ResolvableType.forMethodParameter(parameter.nestedIfOptional()));
            }
        }
    }

    /** Names of the attributes of one type. */
    HandlerNames(ResolvableType type, Renames renames) {
        this.renames = renames;
        bound.add(type);
    }

    private void addParameter(MethodParameter parameter, String explicit) {
        String name = explicit.isEmpty() ? parameter.getParameterName() : explicit;
        for (Renamed renamed : parameter.getParameter().getAnnotationsByType(Renamed.class)) {
            String old = !renamed.fromJson().isEmpty() ? renamed.fromJson() : explicit.isEmpty() ? renamed.from() : "";
            if (name != null && !old.isEmpty() && renamed.converter() == RenameConverter.None.class) {
                Rename rename = renames.of(renamed.id(), parameter.getExecutable() + ", parameter " + name);
                parameters.put(old, new Renaming(rename, name));
            }
        }
    }

    /** As Spring decides it: what is annotated so, or with nothing of Spring's and no simple value. */
    private static boolean isBound(MethodParameter parameter) {
        MethodParameter nested = parameter.nestedIfOptional();
        Class<?> type = nested.getNestedParameterType();
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                || (Arrays.stream(parameter.getParameterAnnotations()).noneMatch(HandlerNames::isOfSpring)
                        && !BeanUtils.isSimpleProperty(type)
                        && !type.getName().startsWith("java.")
                        && !type.getName().startsWith("jakarta.")
                        && !type.getName().startsWith("org.springframework."));
    }

    private static boolean isOfSpring(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("org.springframework.web.");
    }

    /** Whether the method takes nothing that could have had another name. */
    boolean isEmpty() {
        return parameters.isEmpty() && bound.isEmpty();
    }

    /** Returns what the parameter is called now, with the rename that did it; null if it is no old name. */
    @Nullable
    Renaming find(String parameter) {
        Renaming renaming = parameters.get(parameter);
        for (int i = 0; i < bound.size() && renaming == null; i++) {
            renaming = find(parameter, bound.get(i));
        }
        return renaming;
    }

    /** Returns the name that the client is served of a parameter, or of a path into an object that is bound. */
    String toldTo(ClientView view, String current) {
        for (Map.Entry<String, Renaming> parameter : parameters.entrySet()) {
            Renaming renaming = parameter.getValue();
            if (renaming.newName().equals(current)) {
                return view.servesNew(renaming.rename()) ? current : parameter.getKey();
            }
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
        return types.computeIfAbsent(type, t -> new BoundType(t, renames));
    }

    /** Follows a path such as {@code _users[0].bio}; the marker is that of Spring's {@code WebDataBinder}. */
    private @Nullable Renaming find(String path, ResolvableType root) {
        Rename rename = null;
        StringBuilder renamed = new StringBuilder();
        ResolvableType type = root;
        for (String segment : path.split("\\.", -1)) {
            int from = renamed.isEmpty() && (segment.startsWith("_") || segment.startsWith("!")) ? 1 : 0;
            int to = segment.indexOf('[') < 0 ? segment.length() : segment.indexOf('[');
            String name = segment.substring(from, Math.max(from, to));
            BoundType owner = type == ResolvableType.NONE ? null : boundType(type);
            Renaming found = owner == null ? null : owner.find(name);
            rename = found == null ? rename : found.rename();
            String current = found == null ? name : found.newName();
            renamed.append(renamed.isEmpty() ? "" : ".")
                    .append(segment, 0, from)
                    .append(current)
                    .append(segment, Math.max(from, to), segment.length());
            type = owner == null ? ResolvableType.NONE : owner.typeOf(current);
        }
        return rename == null ? null : new Renaming(rename, renamed.toString());
    }
}
