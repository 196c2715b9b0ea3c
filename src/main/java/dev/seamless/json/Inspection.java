package dev.seamless.json;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.AbstractDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * Has a mapper build what it needs for a type, so that what is refused is refused before the first request. A type that
 * Jackson itself cannot write or read is none of ours: it does not occur in that direction.
 */
final class Inspection {

    private final JsonMapper mapper;
    private final RenamedAttributes renamed;

    Inspection(JsonMapper mapper, RenamedAttributes renamed) {
        this.mapper = mapper;
        this.renamed = renamed;
    }

    List<JsonRename> of(Collection<Class<?>> types) {
        List<JsonRename> found = new ArrayList<>();
        for (Class<?> type : types) {
            List<RenamedAttribute> attributes = inspectWriting(type);
            inspectReading(type, attributes);
            for (RenamedAttribute attribute : attributes) {
                addTo(found, type, attribute);
            }
        }
        return found;
    }

    private static void addTo(List<JsonRename> found, Class<?> type, RenamedAttribute attribute) {
        List<JsonName> names = new ArrayList<>(attribute.former());
        names.add(attribute.current());
        for (int i = 0; i < attribute.former().size(); i++) {
            found.add(new JsonRename(
                    names.get(i).rename(),
                    type,
                    names.get(i).text(),
                    names.get(i + 1).text()));
        }
    }

    private List<RenamedAttribute> inspectWriting(Class<?> type) {
        SerializationContext context = mapper._serializationContext();
        List<RenamedAttribute> attributes =
                renamed.of(context.getConfig(), context.introspectBeanDescription(context.constructType(type)));
        if (attributes.isEmpty()) {
            return attributes;
        }
        try {
            ValueSerializer<?> serializer =
                    context.handlePrimaryContextualization(context.findValueSerializer(type), null);
            if (!(serializer instanceof BeanSerializerBase)) {
                throw new RefusedException(
                        "The type " + type.getName() + " of the renamed attribute " + attributes.get(0)
                                + " is written by " + serializer.getClass().getName()
                                + ", which knows nothing of its former name.",
                        "Let Jackson write the type as a bean, or remove the JSON name from @Renamed.");
            }
            if (serializer instanceof FilteredSerializer filtered) {
                filtered.inspect(context);
            }
            serializer.properties().forEachRemaining(property -> inspectReference(context, property));
        } catch (JacksonException e) {
            // not written as JSON
        }
        return attributes;
    }

    /**
     * Jackson asks for the serializers of most attributes when it writes the first; what a member says of names is checked
     * then. Where a writer has its serializer already, it asks for none.
     */
    private static void inspectReference(SerializationContext context, PropertyWriter property) {
        if (property instanceof BeanPropertyWriter writer && writer.hasSerializer()) {
            return;
        }
        JavaType type = property.getType();
        while (type.getContentType() != null) {
            type = type.getContentType();
        }
        try {
            context.findPrimaryPropertySerializer(type, property);
        } catch (JacksonException e) {
            // not written as JSON
        }
    }

    private void inspectReading(Class<?> type, List<RenamedAttribute> written) {
        DeserializationContext context = mapper._deserializationContext();
        try {
            List<RenamedAttribute> attributes =
                    renamed.of(context.getConfig(), context.introspectBeanDescription(context.constructType(type)));
            ValueDeserializer<?> deserializer = context.findRootValueDeserializer(context.constructType(type));
            if (!attributes.isEmpty() || !written.isEmpty()) {
                refuseForeign(type, attributes.isEmpty() ? written : attributes, deserializer);
            }
        } catch (JacksonException e) {
            // not read from JSON
        }
    }

    /** Jackson's own look at properties, which have two names; another one looks at the JSON itself. */
    private static void refuseForeign(
            Class<?> type, List<RenamedAttribute> attributes, ValueDeserializer<?> deserializer) {
        ValueDeserializer<?> innermost = deserializer;
        while (innermost.getDelegatee() != null) {
            innermost = innermost.getDelegatee();
        }
        if (!(innermost instanceof BeanDeserializerBase) && !(innermost instanceof AbstractDeserializer)) {
            throw new RefusedException(
                    "The type " + type.getName() + " of the renamed attribute " + attributes.get(0) + " is read by "
                            + innermost.getClass().getName() + ", which knows nothing of its former name.",
                    "Let Jackson read the type as a bean, or remove the JSON name from @Renamed.");
        }
    }
}
