package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Writes an attribute under a former name whose value had another type or format. Null and inclusion rules are those of
 * the attribute: both names are there, or neither is.
 */
final class ConvertedWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1;

    private final transient Conversion conversion;

    ConvertedWriter(BeanPropertyWriter current, PropertyName oldName, Conversion conversion) {
        super(current, oldName);
        this.conversion = conversion;
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
            throws Exception {
        Object value = get(bean);
        if (value == null) {
            super.serializeAsProperty(bean, generator, context);
        } else if (!isSuppressed(value, context)) {
            generator.writeName(getSerializedName());
            write(value, generator, context);
        }
    }

    private boolean isSuppressed(Object value, SerializationContext context) {
        return _suppressableValue == MARKER_FOR_EMPTY
                ? context.findTypedValueSerializer(value.getClass(), true).isEmpty(context, value)
                : value.equals(_suppressableValue);
    }

    private void write(Object value, JsonGenerator generator, SerializationContext context) {
        Object oldValue = oldForm(value, generator);
        if (oldValue == null) {
            generator.writeNull();
        } else {
            context.findTypedValueSerializer(oldValue.getClass(), true).serialize(oldValue, generator, context);
        }
    }

    private @Nullable Object oldForm(Object value, JsonGenerator generator) {
        try {
            return conversion.toOld(value);
        } catch (Conversion.Inconvertible e) {
            throw DatabindException.from(
                    generator,
                    "The value of " + getMember().getFullName() + " has no form under its old name '" + getName()
                            + "'");
        }
    }

    @Override
    protected BeanPropertyWriter _new(PropertyName newName) {
        return new ConvertedWriter(this, newName, conversion);
    }

    @Override
    public void assignSerializer(ValueSerializer<Object> serializer) {
        // serializes the new type
    }

    @Override
    public void assignTypeSerializer(TypeSerializer serializer) {
        // likewise
    }

    @Override
    public void setNonTrivialBaseType(@Nullable JavaType type) {
        // likewise
    }
}
