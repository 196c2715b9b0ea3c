package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.seamless.RefusedException;
import java.util.Set;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ObjectIdInfo;

/** What a type must not have beside a renamed attribute, because one of the names could not be kept then. */
final class Refusals {

    private final MapperConfig<?> config;
    private final BeanDescription type;
    private final BeanPropertyDefinition property;
    private final RenamedAttribute attribute;

    private Refusals(
            MapperConfig<?> config, BeanDescription type, BeanPropertyDefinition property, RenamedAttribute attribute) {
        this.config = config;
        this.type = type;
        this.property = property;
        this.attribute = attribute;
    }

    /**
     * Checks an attribute.
     *
     * @throws RefusedException naming the type, the attribute, why, and what to do instead
     */
    static void check(
            MapperConfig<?> config, BeanDescription type, BeanPropertyDefinition property, RenamedAttribute attribute) {
        Refusals refusals = new Refusals(config, type, property, attribute);
        for (JsonName name : attribute.former()) {
            refusals.refuseTakenName(name.text());
            refusals.refuseIgnoredName(name.text());
            refusals.refuseIncludedName(name.text());
        }
        refusals.refuseIdentifiers();
        refusals.refuseShapes();
    }

    private void refuseTakenName(String oldName) {
        for (BeanPropertyDefinition other : type.findProperties()) {
            boolean takes =
                    other.getName().equals(oldName) || other.findAliases().contains(PropertyName.construct(oldName));
            if (other != property && takes) {
                throw refused(
                        "has the old name '" + oldName + "', which another attribute of the type has too",
                        "Remove the other one, or keep it out of JSON under that name: the old name is served and read by itself.");
            }
        }
    }

    private void refuseIgnoredName(String oldName) {
        boolean ignoredMember = type.getIgnoredPropertyNames().contains(oldName);
        boolean ignoredName = config.getDefaultPropertyIgnorals(type.getBeanClass(), type.getClassInfo())
                .getIgnored()
                .contains(oldName);
        if (ignoredMember || ignoredName) {
            throw refused(
                    "has the old name '" + oldName + "', which the type tells Jackson to ignore",
                    "Ignore the new name, '" + attribute.current().text()
                            + "', instead, which covers the old one; rename an accessor that is called so.");
        }
    }

    private void refuseIncludedName(String oldName) {
        JsonIncludeProperties.Value inclusions =
                config.getDefaultPropertyInclusions(type.getBeanClass(), type.getClassInfo());
        Set<String> included = inclusions == null ? null : inclusions.getIncluded();
        String newName = attribute.current().text();
        if (included != null && included.contains(oldName) && !included.contains(newName)) {
            throw refused(
                    "has the old name '" + oldName
                            + "', by which the type includes it in JSON, and so would be left out",
                    "Name the new one, '" + newName + "', in its @JsonIncludeProperties, which covers the old one.");
        }
    }

    private void refuseIdentifiers() {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        JsonTypeInfo.Value typeInfo = introspector.findPolymorphicTypeInfo(config, type.getClassInfo());
        if (typeInfo != null && isName(typeInfo.getPropertyName())) {
            throw refused(
                    "carries the type id, which is read before the attribute is",
                    "Keep the name of the type id's property.");
        }
        if (typeInfo != null && typeInfo.getIdType() == JsonTypeInfo.Id.DEDUCTION) {
            throw refused(
                    "is one of those by which the type is deduced, and the old name would not be known then",
                    "Use a type id.");
        }
        ObjectIdInfo objectId = introspector.findObjectIdInfo(config, type.getClassInfo());
        if (objectId != null && isName(objectId.getPropertyName().getSimpleName())) {
            throw refused(
                    "carries the object id, by which other objects refer to this one",
                    "Keep the name of the object id.");
        }
    }

    private void refuseShapes() {
        AnnotatedMember member = property.getPrimaryMember();
        if (config.getAnnotationIntrospector().findUnwrappingNameTransformer(config, member) != null) {
            throw refused(
                    "is unwrapped, so that its own name does not appear in JSON",
                    "Put @Renamed on the attributes of the unwrapped type.");
        }
        if (property.getMetadata().getMergeInfo() != null) {
            throw refused(
                    "is merged into the existing value, so that two names in one body could not be told apart",
                    "Remove @JsonMerge.");
        }
        if (isArray(config, type) && new PropertyOrder(config, type).isByName(property.getName())) {
            throw refused(
                    "lies in a type that is written as an array in the order of the names, so that a rename moves it",
                    "Give the array's order by @JsonPropertyOrder.");
        }
    }

    static boolean isArray(MapperConfig<?> config, BeanDescription type) {
        JsonFormat.Value format = config.getAnnotationIntrospector().findFormat(config, type.getClassInfo());
        return format != null && format.getShape() == JsonFormat.Shape.ARRAY
                || config.getDefaultPropertyFormat(type.getBeanClass()).getShape() == JsonFormat.Shape.ARRAY;
    }

    private boolean isName(String name) {
        return attribute.current().text().equals(name)
                || attribute.former().stream().anyMatch(old -> old.text().equals(name));
    }

    private RefusedException refused(String what, String action) {
        return new RefusedException(
                "The renamed attribute " + attribute + " (rename '"
                        + attribute.former().get(0).rename().id() + "') " + what + ".",
                action);
    }
}
