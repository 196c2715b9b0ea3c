package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.util.NameTransformer;

/**
 * Writes an attribute under one of its names, to the clients that are served that name.
 *
 * <p>To Jackson every such writer is called by the current name: filters, views and ignore rules are written against it,
 * and must cover the former names too. What is written is what {@link #named} says.
 */
final class RenamedWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1;

    private final transient JsonName name;
    private final BeanPropertyWriter named;

    /**
     * Creates a writer.
     *
     * @param current the attribute's own writer, under its current name
     * @param named the writer that writes the given name
     */
    RenamedWriter(BeanPropertyWriter current, JsonName name, BeanPropertyWriter named) {
        super(current);
        this.name = name;
        this.named = named;
    }

    private RenamedWriter(RenamedWriter base, PropertyName current, BeanPropertyWriter named) {
        super(base, current);
        this.name = base.name;
        this.named = named;
    }

    /** The name that stands in JSON. */
    String written() {
        return named.getName();
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        if (name.servedTo(ClientView.of(context))) {
            named.serializeAsProperty(bean, generator, context);
        }
    }

    @Override
    public void serializeAsOmittedProperty(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        if (name.servedTo(ClientView.of(context))) {
            named.serializeAsOmittedProperty(bean, generator, context);
        }
    }

    /** In an array an attribute has one place, whatever it is called. */
    @Override
    public void serializeAsElement(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        if (name.isCurrent()) {
            named.serializeAsElement(bean, generator, context);
        }
    }

    @Override
    public void serializeAsOmittedElement(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        if (name.isCurrent()) {
            named.serializeAsOmittedElement(bean, generator, context);
        }
    }

    @Override
    public BeanPropertyWriter rename(NameTransformer transformer) {
        PropertyName current = PropertyName.construct(transformer.transform(getName()));
        return new RenamedWriter(this, current, named.rename(transformer));
    }

    @Override
    public void assignSerializer(ValueSerializer<Object> serializer) {
        super.assignSerializer(serializer);
        named.assignSerializer(serializer);
    }

    @Override
    public void assignNullSerializer(ValueSerializer<Object> serializer) {
        super.assignNullSerializer(serializer);
        named.assignNullSerializer(serializer);
    }

    @Override
    public void assignTypeSerializer(TypeSerializer serializer) {
        super.assignTypeSerializer(serializer);
        named.assignTypeSerializer(serializer);
    }

    @Override
    public void setNonTrivialBaseType(@Nullable JavaType type) {
        super.setNonTrivialBaseType(type);
        named.setNonTrivialBaseType(type);
    }

    @Override
    public void fixAccess(SerializationConfig config) {
        super.fixAccess(config);
        named.fixAccess(config);
    }

    @Override
    public void depositSchemaProperty(@Nullable JsonObjectFormatVisitor visitor, SerializationContext context) {
        if (name.servedTo(ClientView.of(context))) {
            named.depositSchemaProperty(visitor, context);
        }
    }
}
