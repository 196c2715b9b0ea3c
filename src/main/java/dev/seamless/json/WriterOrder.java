package dev.seamless.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Where a former name stands among the properties of a type: where it stood before the rename, so that {@code OLD} serves
 * the very bytes of then. That differs from the new name's place where Jackson sorts by name
 * ({@code POJOPropertiesCollector._sortProperties}: an explicit order, an index and creator parameters come first).
 */
final class WriterOrder {

    private final boolean alphabetical;
    private final Set<String> sorted = new HashSet<>();

    WriterOrder(SerializationConfig config, BeanDescription type) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        Boolean declared = introspector.findSerializationSortAlphabetically(config, type.getClassInfo());
        alphabetical = declared == null ? config.shouldSortPropertiesAlphabetically() : declared;
        String[] order = introspector.findSerializationPropertyOrder(config, type.getClassInfo());
        Set<String> explicit = order == null ? Set.of() : Set.of(order);
        boolean creatorsFirst = config.isEnabled(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST);
        for (BeanPropertyDefinition property : type.findProperties()) {
            if (!explicit.contains(property.getName())
                    && !explicit.contains(property.getInternalName())
                    && !property.getMetadata().hasIndex()
                    && !(creatorsFirst && property.hasConstructorParameter())) {
                sorted.add(property.getName());
            }
        }
    }

    /** Inserts a writer that is called by the current name, and writes the given one. */
    void insert(List<BeanPropertyWriter> writers, RenamedWriter writer, String name) {
        writers.add(position(writers, writer, name), writer);
    }

    private int position(List<BeanPropertyWriter> writers, RenamedWriter writer, String name) {
        boolean byName = alphabetical && sorted.contains(writer.getName());
        int after = 0;
        for (int i = 0; i < writers.size(); i++) {
            BeanPropertyWriter other = writers.get(i);
            if (byName && sorted.contains(other.getName())) {
                if (written(other).compareTo(name) > 0) {
                    return i;
                }
                after = i + 1;
            } else if (!byName && other.getName().equals(writer.getName())) {
                after = i + 1;
            }
        }
        return after;
    }

    private static String written(BeanPropertyWriter writer) {
        return writer instanceof RenamedWriter renamed ? renamed.written() : writer.getName();
    }
}
