package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Whether a filter lets an attribute of an object through, if it were called so. It is asked as for writing, but what it
 * writes itself goes nowhere.
 *
 * @param writer the attribute's own
 */
record FilterQuestion(
        PropertyFilter filter,
        SerializationContext context,
        @Nullable Object object,
        BeanPropertyWriter writer) {

    boolean lets(String name) {
        return Boolean.TRUE.equals(answer(name));
    }

    boolean hides(String name) {
        return Boolean.FALSE.equals(answer(name));
    }

    /** Null where it cannot be told: a filter need not know what to do with a name that nothing has. */
    private @Nullable Boolean answer(String name) {
        Asked asked = new Asked(writer, PropertyName.construct(name));
        try (TokenBuffer nowhere = context.bufferForValueConversion()) {
            nowhere.writeStartObject(object);
            filter.serializeAsProperty(object, nowhere, context, asked);
            return asked.written;
        } catch (Exception e) {
            return null;
        }
    }

    /** Notes that it was to be written. */
    private static final class Asked extends BeanPropertyWriter {

        private static final long serialVersionUID = 1;

        private boolean written;

        Asked(BeanPropertyWriter writer, PropertyName name) {
            super(writer, name);
        }

        @Override
        public void serializeAsProperty(Object object, JsonGenerator generator, SerializationContext context) {
            written = true;
        }

        @Override
        public void serializeAsOmittedProperty(Object object, JsonGenerator generator, SerializationContext context) {
            // it is not
        }
    }
}
