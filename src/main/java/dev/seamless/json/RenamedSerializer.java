package dev.seamless.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * Stands in for Jackson's serializer of a type with renamed attributes until Jackson says where its objects stand. What is said
 * there about names is checked then, and what writes is Jackson's own with nothing in front of it. Is a bean serializer itself,
 * as an application's modifier expects of one that it is handed.
 */
final class RenamedSerializer extends BeanSerializer {

    private final BeanSerializerBase plain;
    private final List<RenamedAttribute> attributes;

    RenamedSerializer(BeanSerializerBase plain, List<RenamedAttribute> attributes) {
        super(plain);
        this.plain = plain;
        this.attributes = List.copyOf(attributes);
    }

    /** The writers are the same. */
    @Override
    public void resolve(SerializationContext context) {
        plain.resolve(context);
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member != null) {
            new NameRules(context.getConfig(), member).refuseFormerNames(attributes);
        }
        return FilteredSerializer.of(plain.createContextual(context, property), attributes);
    }
}
