package dev.seamless.json;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Which properties of a type Jackson sorts by name: those with an explicit order, an index or a creator parameter come
 * first, in an order of their own ({@code POJOPropertiesCollector._sortProperties}).
 */
final class PropertyOrder {

    private final Set<String> byName = new HashSet<>();

    PropertyOrder(MapperConfig<?> config, BeanDescription type) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        Boolean declared = introspector.findSerializationSortAlphabetically(config, type.getClassInfo());
        if (declared == null ? config.shouldSortPropertiesAlphabetically() : declared) {
            String[] order = introspector.findSerializationPropertyOrder(config, type.getClassInfo());
            Set<String> explicit = order == null ? Set.of() : Set.of(order);
            boolean creatorsFirst = config.isEnabled(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST);
            for (BeanPropertyDefinition property : type.findProperties()) {
                if (!explicit.contains(property.getName())
                        && !explicit.contains(property.getInternalName())
                        && !property.getMetadata().hasIndex()
                        && !(creatorsFirst && property.hasConstructorParameter())) {
                    byName.add(property.getName());
                }
            }
        }
    }

    /** Whether the property stands where its name puts it. */
    boolean isByName(String property) {
        return byName.contains(property);
    }
}
