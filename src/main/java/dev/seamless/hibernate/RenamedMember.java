package dev.seamless.hibernate;

import dev.seamless.Renamed;
import jakarta.persistence.Convert;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Type;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Stateful;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of Hibernate's boot model that carries {@link Renamed}.
 *
 * @param entity the entity that maps it
 * @param collection the element collection that it is or is a part of; {@code null} for all others
 * @param path its path within the entity
 * @param property the attribute
 * @param elements its field and getter
 * @param overridden whether an override names its column
 * @param declarations its declarations, oldest name first
 */
record RenamedMember(
        PersistentClass entity,
        @Nullable Collection collection,
        String path,
        Property property,
        List<AnnotatedElement> elements,
        boolean overridden,
        List<Renamed> declarations) {

    /** The member as messages name it. */
    String name() {
        return entity.getEntityName() + "." + path;
    }

    /** The path of an attribute of the given name beside this one. */
    String sibling(String attribute) {
        return path.substring(0, path.lastIndexOf('.') + 1) + attribute;
    }

    /** What is mapped to the column: the element of a collection, or the attribute itself. */
    Value value() {
        return property.getValue() instanceof Collection elements ? elements.getElement() : property.getValue();
    }

    /** What Hibernate writes the column through. */
    Stateful stateful() {
        return collection == null ? entity.getRootClass() : collection;
    }

    /** Whether the mapping names the column outright, so that {@code from} says nothing about the old one. */
    boolean namesItsColumn() {
        return overridden
                || annotations(jakarta.persistence.Column.class)
                        .anyMatch(column -> !column.name().isEmpty())
                || annotations(jakarta.persistence.JoinColumn.class)
                        .anyMatch(column -> !column.name().isEmpty());
    }

    <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return AttributeElements.annotations(elements, type).stream();
    }

    /** Whether an annotation says how the value is stored. */
    boolean isTyped() {
        return Stream.of(
                        Convert.class,
                        Enumerated.class,
                        JdbcTypeCode.class,
                        JdbcType.class,
                        JavaType.class,
                        Type.class,
                        ColumnTransformer.class,
                        Lob.class)
                .anyMatch(type -> annotations(type).findAny().isPresent());
    }
}
