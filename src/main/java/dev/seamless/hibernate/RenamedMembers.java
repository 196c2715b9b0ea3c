package dev.seamless.hibernate;

import dev.seamless.RefusedException;
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

/** Finds the attributes of the boot model that carry {@link Renamed}, themselves or on the attribute that embeds them. */
final class RenamedMembers {

    private final List<RenamedMember> members = new ArrayList<>();

    private RenamedMembers() {}

    /** A declaration on an embedded attribute, for the attribute of the embeddable that it names. */
    private record Use(String attribute, Renamed declaration) {}

    /** Where attributes are mapped: an entity, an embeddable within it, or the elements of one of its collections. */
    private record Place(
            PersistentClass entity,
            @Nullable Collection collection,
            Class<?> type,
            String prefix,
            List<String> overridden,
            List<Use> uses) {}

    static List<RenamedMember> in(Metadata metadata) {
        RenamedMembers found = new RenamedMembers();
        metadata.getEntityBindings().stream()
                .filter(entity -> entity.getClassName() != null)
                .forEach(found::addAll);
        return found.members;
    }

    private void addAll(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        Place place = new Place(entity, null, type, "", OverriddenColumns.of(type), List.of());
        if (entity.getSuperclass() == null && entity.hasIdentifierProperty()) {
            add(place, entity.getIdentifierProperty());
        } else if (entity.getSuperclass() == null && entity.getIdentifier() instanceof Component parts) {
            parts.getProperties().forEach(part -> add(place, part));
        }
        entity.getProperties().forEach(property -> add(place, property));
    }

    private void add(Place place, Property property) {
        String name = property.getName();
        List<AnnotatedElement> elements = AttributeElements.of(place.type(), name);
        List<Renamed> declared = AttributeElements.annotations(elements, Renamed.class);
        List<Renamed> used = place.uses().stream()
                .filter(use -> use.attribute().equals(name))
                .map(Use::declaration)
                .toList();
        Collection collection = property.getValue() instanceof Collection own ? own : place.collection();
        boolean overridden = place.overridden().contains(place.prefix() + name);
        RenamedMember member = new RenamedMember(
                place.entity(),
                collection,
                place.prefix() + name,
                property,
                elements,
                overridden,
                used.isEmpty() ? declared : used);
        Component embedded = embedded(property.getValue());
        if (embedded != null) {
            addParts(place, member, embedded, declared);
        } else if (!member.declarations().isEmpty()) {
            refuse(
                    used.isEmpty()
                            && declared.stream().anyMatch(d -> !d.attribute().isEmpty()),
                    member,
                    "names an attribute of an embeddable, but is not embedded",
                    "Remove attribute from its @Renamed.");
            members.add(member);
        }
    }

    private void addParts(Place place, RenamedMember member, Component embedded, List<Renamed> declared) {
        refuse(
                declared.stream().anyMatch(RenamedMembers::namesNoAttribute),
                member,
                "is embedded, so it has no column of its own",
                "Say which of its attributes is renamed: @Renamed(attribute = ...).");
        String prefix = member.path() + ".";
        List<String> overridden = new ArrayList<>(place.overridden());
        member.elements().forEach(element -> overridden.addAll(OverriddenColumns.of(element, prefix)));
        String nested = member.property().getName() + ".";
        List<Use> uses = Stream.concat(
                        declared.stream().map(declaration -> new Use(declaration.attribute(), declaration)),
                        place.uses().stream()
                                .filter(use -> use.attribute().startsWith(nested))
                                .map(use -> new Use(use.attribute().substring(nested.length()), use.declaration())))
                .toList();
        Place inside =
                new Place(member.entity(), member.collection(), embedded.getComponentClass(), prefix, overridden, uses);
        embedded.getProperties().forEach(part -> add(inside, part));
    }

    private static boolean namesNoAttribute(Renamed declaration) {
        return declaration.attribute().isEmpty()
                && !(declaration.from().isEmpty() && declaration.fromColumn().isEmpty());
    }

    private static @Nullable Component embedded(Value value) {
        if (value instanceof Collection collection) {
            return embedded(collection.getElement());
        }
        return value instanceof Component component && !component.isDynamic() ? component : null;
    }

    private static void refuse(boolean wrong, RenamedMember member, String why, String action) {
        if (wrong) {
            throw new RefusedException(member.name() + " " + why + ".", action);
        }
    }
}
