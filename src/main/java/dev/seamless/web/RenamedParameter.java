package dev.seamless.web;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

/** A {@code @Renamed} on a parameter of a controller's method, or of that of an interface that it implements. */
record RenamedParameter(MethodParameter parameter, Renamed renamed) {

    static List<RenamedParameter> of(MethodParameter parameter) {
        return Arrays.stream(parameter.getParameterAnnotations())
                .flatMap(annotation -> annotation instanceof Renamed one
                        ? Stream.of(one)
                        : annotation instanceof Renamed.All all ? Arrays.stream(all.value()) : Stream.empty())
                .map(renamed -> new RenamedParameter(parameter, renamed))
                .toList();
    }

    /** What clients call it; null where it is nothing that they name. */
    @Nullable
    String newName() {
        String explicit = explicitName();
        return explicit == null || !explicit.isEmpty() ? explicit : parameter.getParameterName();
    }

    /** What clients called it; null where nothing is said about that. */
    @Nullable
    String oldName() {
        String explicit = explicitName();
        if (explicit == null || renamed.converter() != RenameConverter.None.class) {
            return null;
        }
        String old = !renamed.fromJson().isEmpty() ? renamed.fromJson() : explicit.isEmpty() ? renamed.from() : "";
        return old.isEmpty() ? null : old;
    }

    private @Nullable String explicitName() {
        RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
        RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
        return param != null ? param.name() : part == null ? null : part.name();
    }

    @Override
    public String toString() {
        return parameter.getExecutable() + ", parameter " + parameter.getParameterName();
    }
}
