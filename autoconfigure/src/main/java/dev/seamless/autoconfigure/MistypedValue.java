package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** Says of a value that is none of those of its property which one was probably meant. */
final class MistypedValue {

    private MistypedValue() {}

    /** Returns what to throw: the failure itself, where the property is not one of a few values. */
    static RuntimeException of(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        if (property == null || !type.isEnum()) {
            return failure;
        }
        List<String> values = values(type);
        String given = String.valueOf(property.getValue());
        String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        String what = "'" + property.getName() + "'" + origin + " is '" + given + "', ";
        String all = "The values are " + String.join(", ", values) + ".";
        for (Class<?> other : List.of(SchemaPhase.class, ApiPhase.class)) {
            if (values(other).stream().anyMatch(value -> Spelling.distance(value, given) == 0)) {
                String boundary = other == ApiPhase.class ? "api" : "schema";
                return new RefusedException(what + "which is a phase of '" + boundary + "'.", all);
            }
        }
        return new RefusedException(
                what + "which is none of its values.",
                "Did you mean '" + Spelling.nearest(given, values).orElseThrow() + "'? " + all);
    }

    private static List<String> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
