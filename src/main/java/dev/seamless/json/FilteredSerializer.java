package dev.seamless.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.bean.UnwrappingBeanSerializer;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.util.NameTransformer;

/** Writes objects with renamed attributes through a filter, which may come with the call and is checked when it does. */
final class FilteredSerializer extends BeanSerializer {

    private final FilterCheck check;

    private FilteredSerializer(BeanSerializer serializer, FilterCheck check) {
        super(serializer);
        this.check = check;
    }

    /** Returns the serializer itself where its objects are not filtered: in an array nothing is. */
    static ValueSerializer<?> of(ValueSerializer<?> serializer, List<RenamedAttribute> attributes) {
        return serializer.getClass() == BeanSerializer.class && ((BeanSerializer) serializer).getFilterId() != null
                ? new FilteredSerializer((BeanSerializer) serializer, new FilterCheck(attributes, NameTransformer.NOP))
                : serializer;
    }

    /**
     * Checks the filter that the mapper itself has for these objects, where it has one of Jackson's own.
     *
     * @throws dev.seamless.RefusedException if the filter names an attribute by a former name only
     */
    void inspect(SerializationContext context) {
        if (context.getFilterProvider() != null
                && super.findPropertyFilter(context, _propertyFilterId, null)
                        instanceof SimpleBeanPropertyFilter filter) {
            check.refuseFormerNames(filter, context, _props);
        }
    }

    @Override
    protected @Nullable PropertyFilter findPropertyFilter(
            SerializationContext context, Object filterId, @Nullable Object object) {
        return check.passed(super.findPropertyFilter(context, filterId, object), context, object, _props);
    }

    @Override
    public ValueSerializer<Object> unwrappingSerializer(NameTransformer transformer) {
        return new Unwrapped(this, transformer, check.under(transformer));
    }

    private static final class Unwrapped extends UnwrappingBeanSerializer {

        private final FilterCheck check;

        Unwrapped(BeanSerializerBase serializer, NameTransformer transformer, FilterCheck check) {
            super(serializer, transformer);
            this.check = check;
        }

        @Override
        protected @Nullable PropertyFilter findPropertyFilter(
                SerializationContext context, Object filterId, @Nullable Object object) {
            return check.passed(super.findPropertyFilter(context, filterId, object), context, object, _props);
        }
    }
}
