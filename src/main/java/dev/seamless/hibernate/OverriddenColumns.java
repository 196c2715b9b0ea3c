package dev.seamless.hibernate;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paths of the attributes whose columns are named by an override, on an entity or on an embedded attribute. */
final class OverriddenColumns {

    private OverriddenColumns() {}

    static List<String> of(@Nullable Class<?> entity) {
        List<String> paths = new ArrayList<>();
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            paths.addAll(of(type, ""));
        }
        return paths;
    }

    static List<String> of(AnnotatedElement element, String prefix) {
        Stream<String> attributes = Stream.of(element.getAnnotationsByType(AttributeOverride.class))
                .filter(override -> !override.column().name().isEmpty())
                .map(AttributeOverride::name);
        Stream<String> associations = Stream.of(element.getAnnotationsByType(AssociationOverride.class))
                .map(AssociationOverride::name);
        return Stream.concat(attributes, associations)
                .map(path -> prefix + path)
                .toList();
    }
}
