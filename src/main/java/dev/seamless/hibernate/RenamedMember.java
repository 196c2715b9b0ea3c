package dev.seamless.hibernate;

import dev.seamless.Renamed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/**
 * An attribute of Hibernate's boot model that carries {@link Renamed}.
 *
 * @param entity the entity that maps it
 * @param path its path within the entity
 * @param property the attribute
 * @param elements its field and getter
 * @param declarations its declarations, oldest name first
 */
record RenamedMember(
        PersistentClass entity,
        String path,
        Property property,
        List<AnnotatedElement> elements,
        List<Renamed> declarations) {

    /** The member as messages name it. */
    String name() {
        return entity.getEntityName() + "." + path;
    }

    /** The path of an attribute of the given name beside this one. */
    String sibling(String attribute) {
        return path.substring(0, path.lastIndexOf('.') + 1) + attribute;
    }

    <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return elements.stream().flatMap(element -> Stream.of(element.getAnnotationsByType(type)));
    }
}
