package dev.seamless.hibernate;

import dev.seamless.Renamed;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of the boot model that carry {@link Renamed}. */
final class RenamedMembers {

    private final List<RenamedMember> members = new ArrayList<>();

    private RenamedMembers() {}

    static List<RenamedMember> in(Metadata metadata) {
        RenamedMembers found = new RenamedMembers();
        metadata.getEntityBindings().stream()
                .filter(entity -> entity.getClassName() != null)
                .forEach(found::addAll);
        return found.members;
    }

    private void addAll(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        if (entity.getSuperclass() == null && entity.hasIdentifierProperty()) {
            add(entity, type, "", entity.getIdentifierProperty());
        }
        entity.getProperties().forEach(property -> add(entity, type, "", property));
    }

    private void add(PersistentClass entity, Class<?> owner, String prefix, Property property) {
        String path = prefix + property.getName();
        List<AnnotatedElement> elements = AttributeElements.of(owner, property.getName());
        List<Renamed> declarations = elements.stream()
                .flatMap(element -> Stream.of(element.getAnnotationsByType(Renamed.class)))
                .distinct()
                .toList();
        if (!declarations.isEmpty()) {
            members.add(new RenamedMember(entity, path, property, elements, declarations));
        }
        Component embedded = embedded(property.getValue());
        if (embedded != null) {
            Class<?> type = embedded.getComponentClass();
            embedded.getProperties().forEach(part -> add(entity, type, path + ".", part));
        }
    }

    private static @Nullable Component embedded(Value value) {
        if (value instanceof Collection collection) {
            return embedded(collection.getElement());
        }
        return value instanceof Component component && !component.isDynamic() ? component : null;
    }
}
