package dev.seamless.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Refuses what a client says under the new name of a converting rename where that has no form under an old one that is still
 * accepted: an instance that serves the old name, which may be another one, could not answer with it. Stands in front of types
 * with such a rename only, behind what keeps their objects apart. What the client did not say, and what no client is served,
 * is not refused; outside of HTTP nothing is.
 */
final class ConvertedDeserializer extends DelegatingDeserializer {

    private final List<RenamedAttribute> attributes;

    private ConvertedDeserializer(ValueDeserializer<?> deserializer, List<RenamedAttribute> attributes) {
        super(deserializer);
        this.attributes = List.copyOf(attributes);
    }

    /** Returns the deserializer itself where no attribute that is written has a converter. */
    static ValueDeserializer<?> of(
            ValueDeserializer<?> deserializer, DeserializationConfig config, List<RenamedAttribute> attributes) {
        List<RenamedAttribute> converted = RenamedAttributes.converted(config, attributes);
        return converted.isEmpty() ? deserializer : new ConvertedDeserializer(deserializer, converted);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new ConvertedDeserializer(deserializer, attributes);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Object object = super.deserialize(parser, context);
        ClientView view = ClientView.of(context);
        Received received = Received.at(context);
        if (view != null && received != null) {
            for (RenamedAttribute attribute : attributes) {
                if (received.name(attribute) != null) {
                    refuseWithoutOldForm(context, view, attribute, value(attribute, object));
                }
            }
        }
        return object;
    }

    /** What the body leaves as it is, it is not refused for. */
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object updated) {
        ClientView view = ClientView.of(context);
        if (view == null) {
            return super.deserialize(parser, context, updated);
        }
        List<@Nullable Object> before = new ArrayList<>();
        attributes.forEach(attribute -> before.add(value(attribute, updated)));
        Object object = super.deserialize(parser, context, updated);
        for (int i = 0; i < attributes.size(); i++) {
            Object value = value(attributes.get(i), object);
            if (!Objects.equals(before.get(i), value)) {
                refuseWithoutOldForm(context, view, attributes.get(i), value);
            }
        }
        return object;
    }

    private static @Nullable Object value(RenamedAttribute attribute, @Nullable Object object) {
        Offer offer = object == null ? null : attribute.of(object);
        return offer == null ? null : offer.value();
    }

    private static void refuseWithoutOldForm(
            DeserializationContext context, ClientView view, RenamedAttribute attribute, @Nullable Object value) {
        for (JsonName former : attribute.former()) {
            if (former.acceptedFrom(view)) {
                try {
                    former.conversion().toOld(value);
                } catch (Conversion.Inconvertible e) {
                    throw RenameConversionException.ofNew(context.getParser(), attribute, former);
                }
            }
        }
    }
}
