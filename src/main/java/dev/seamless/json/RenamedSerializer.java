package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.std.DelegatingSerializer;

/**
 * Stands in front of the serializer of a type with renamed attributes until Jackson says where its objects stand. What is said
 * there about names is checked then, and what writes is Jackson's own serializer with nothing in front of it.
 */
final class RenamedSerializer extends DelegatingSerializer {

    private final List<RenamedAttribute> attributes;

    RenamedSerializer(ValueSerializer<?> serializer, List<RenamedAttribute> attributes) {
        super(serializer);
        this.attributes = List.copyOf(attributes);
    }

    @Override
    protected ValueSerializer<Object> newDelegatingInstance(ValueSerializer<?> serializer) {
        return new RenamedSerializer(serializer, attributes);
    }

    /** Null says that another serializer must be made for the format, which Jackson 3.1's own delegation does not pass on. */
    @Override
    public @Nullable ValueSerializer<?> withFormatOverrides(SerializationConfig config, JsonFormat.Value format) {
        ValueSerializer<?> formatted = _delegatee.withFormatOverrides(config, format);
        return formatted == null ? null : _newIfChanged(formatted);
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member != null) {
            new NameRules(context.getConfig(), member).refuseFormerNames(attributes);
        }
        ValueSerializer<?> contextual = context.handleSecondaryContextualization(_delegatee, property);
        return contextual instanceof BeanSerializerBase bean ? FilteredSerializer.of(bean, attributes) : contextual;
    }
}
