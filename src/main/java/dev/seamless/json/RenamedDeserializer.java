package dev.seamless.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;

/** Keeps what is said about renamed attributes apart for each object of a body: nested, recursive and interleaved ones. */
final class RenamedDeserializer extends DelegatingDeserializer {

    private final List<RenamedAttribute> attributes;
    private final Set<RenamedAttribute> hidden;
    private final boolean keepsNothing;
    private final int slots;

    RenamedDeserializer(ValueDeserializer<?> deserializer, List<RenamedAttribute> attributes) {
        this(deserializer, attributes, Set.of());
    }

    private RenamedDeserializer(
            ValueDeserializer<?> deserializer, List<RenamedAttribute> attributes, Set<RenamedAttribute> hidden) {
        super(deserializer);
        this.attributes = List.copyOf(attributes);
        this.hidden = Set.copyOf(hidden);
        this.keepsNothing = hidden.isEmpty()
                && deserializer.handledType().isRecord()
                && !(deserializer instanceof ConvertedDeserializer);
        this.slots =
                1 + attributes.stream().mapToInt(RenamedAttribute::index).max().orElse(-1);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new RenamedDeserializer(deserializer, attributes, hidden);
    }

    /** {@code @JsonIgnoreProperties} on a property that holds such an object names the attribute, whatever it is called. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        RenamedDeserializer contextual = (RenamedDeserializer) super.createContextual(context, property);
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member == null) {
            return contextual;
        }
        DeserializationConfig config = context.getConfig();
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        NameRules rules = new NameRules(config, member);
        rules.refuseFormerNames(attributes);
        rules.refuseNarrowInclusion(attributes);
        Set<String> ignored =
                introspector.findPropertyIgnoralByName(config, member).findIgnoredForDeserialization();
        Set<RenamedAttribute> all = new HashSet<>(hidden);
        attributes.stream()
                .filter(attribute -> ignored.contains(attribute.current().text()))
                .forEach(all::add);
        return all.equals(hidden) ? contextual : new RenamedDeserializer(contextual.getDelegatee(), attributes, all);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Received outer = Received.at(context);
        if (keepsNothing) {
            return deserializeRecord(parser, context, outer);
        }
        Received received = new Received(slots, hidden, null);
        Received.turn(context, received);
        try {
            return noted(super.deserialize(parser, context), received, context);
        } finally {
            Received.turn(context, outer);
        }
    }

    /** What came is all in one place when a record is created, so that nothing need be kept until then. */
    private Object deserializeRecord(JsonParser parser, DeserializationContext context, @Nullable Received outer) {
        if (outer == null) {
            return super.deserialize(parser, context);
        }
        Received.turn(context, null);
        try {
            return super.deserialize(parser, context);
        } finally {
            Received.turn(context, outer);
        }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object updated) {
        Received outer = Received.at(context);
        Received received = new Received(slots, hidden, updated);
        Received.turn(context, received);
        try {
            return noted(super.deserialize(parser, context, updated), received, context);
        } finally {
            Received.turn(context, outer);
        }
    }

    private Object noted(Object object, Received received, DeserializationContext context) {
        ClientView view = ClientView.of(context);
        SentNames sent = view == null ? null : view.sent();
        if (view != null && sent != null) {
            sent.note(object, attributes, received, view);
        }
        return object;
    }
}
