package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
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
        Asked asked = new Asked(writer, PropertyName.construct(name));
        try (TokenBuffer nowhere = context.bufferForValueConversion()) {
            nowhere.writeStartObject();
            filter.serializeAsProperty(object, nowhere, context, asked);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw DatabindException.from(
                    context, "The filter " + filter.getClass().getName() + " failed", e);
        }
        return asked.written;
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
