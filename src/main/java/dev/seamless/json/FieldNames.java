package dev.seamless.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names the attributes of an object that was read from a client as that client did. The paths are those of Spring and Bean
 * Validation, {@code items[0].description}, which are made of Java's names; so a former name is the one that the attribute
 * had in Java ({@code from}), or the JSON name where no other is known ({@code fromJson}).
 */
public final class FieldNames {

    private final JsonMapper mapper;
    private final RenamedAttributes renamed;
    private final Map<Class<?>, Map<String, Attribute>> byType = new ConcurrentHashMap<>();

    /** An attribute of a type: how to get at its value, and what else it was called, if anything. */
    private record Attribute(
            @Nullable AnnotatedMember accessor, @Nullable RenamedAttribute renamed) {}

    FieldNames(JsonMapper mapper, RenamedAttributes renamed) {
        this.mapper = mapper;
        this.renamed = renamed;
    }

    /**
     * Returns the path in the words of the client: for each renamed attribute on it, the name that came with this object, or
     * else the one that the client is served.
     *
     * @param root the object that the path starts from
     * @param path a path of attributes
     * @param sent what was noted while the object was read
     */
    public String asSent(@Nullable Object root, String path, ClientView view, SentNames sent) {
        StringBuilder words = new StringBuilder();
        Object owner = root;
        for (PathSegment segment : PathSegment.of(path)) {
            Attribute attribute = owner == null || segment.name().isEmpty()
                    ? null
                    : attributes(owner.getClass()).get(segment.name());
            words.append(words.isEmpty() ? "" : ".")
                    .append(word(owner, segment.name(), attribute, view, sent))
                    .append(segment.keysAsWritten());
            Object value = segment.name().isEmpty() ? owner : value(owner, attribute);
            for (String key : segment.keys()) {
                value = element(value, key);
            }
            owner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        }
        return words.toString();
    }

    private static String word(
            @Nullable Object owner, String name, @Nullable Attribute attribute, ClientView view, SentNames sent) {
        RenamedAttribute renamed = attribute == null ? null : attribute.renamed();
        if (renamed == null || owner == null) {
            return name;
        }
        JsonName used = sent.of(owner, renamed);
        return (used == null ? renamed.toldTo(view) : used).attribute();
    }

    private static @Nullable Object value(@Nullable Object owner, @Nullable Attribute attribute) {
        AnnotatedMember accessor = attribute == null ? null : attribute.accessor();
        return owner == null || accessor == null ? null : accessor.getValue(owner);
    }

    /** An element by its key; of a set, which has none, the first: they are of one type. */
    private static @Nullable Object element(@Nullable Object container, String key) {
        if (container instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> String.valueOf(entry.getKey()).equals(key))
                    .<Object>map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        Collection<?> elements = container instanceof Object[] array
                ? Arrays.asList(array)
                : container instanceof Collection<?> collection ? collection : List.of();
        return elements.stream()
                .skip(index(key))
                .<Object>map(e -> e)
                .findFirst()
                .orElse(null);
    }

    private static int index(String key) {
        return key.matches("[0-9]{1,9}") ? Integer.parseInt(key) : 0;
    }

    private Map<String, Attribute> attributes(Class<?> type) {
        Map<String, Attribute> known = byType.get(type);
        return known != null ? known : byType.computeIfAbsent(type, this::introspect);
    }

    private Map<String, Attribute> introspect(Class<?> type) {
        if (type.getName().startsWith("java.")) {
            return Map.of();
        }
        DeserializationContext reading = mapper._deserializationContext();
        SerializationContext writing = mapper._serializationContext();
        BeanDescription read = reading.introspectBeanDescription(reading.constructType(type));
        BeanDescription written = writing.introspectBeanDescription(writing.constructType(type));
        Map<String, Attribute> attributes = new HashMap<>();
        for (BeanDescription description : List.of(written, read)) {
            for (BeanPropertyDefinition property : description.findProperties()) {
                AnnotatedMember accessor = property.getAccessor();
                if (accessor != null) {
                    accessor.fixAccess(false);
                    attributes.putIfAbsent(property.getInternalName(), new Attribute(accessor, null));
                }
            }
        }
        for (RenamedAttribute attribute : renamed.of(reading.getConfig(), read)) {
            attributes.compute(
                    attribute.current().attribute(),
                    (name, plain) -> new Attribute(plain == null ? null : plain.accessor(), attribute));
        }
        return attributes;
    }
}
