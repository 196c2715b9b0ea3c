package dev.seamless.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Refuses what a client says under the new name of a converting rename where that has no form under an old one that is still
 * accepted: an instance that serves the old name, which may be another one, could not answer with it. Stands in front of types
 * with such a rename only. Outside of HTTP nothing is refused: what is read there need not be served.
 */
final class ConvertedDeserializer extends DelegatingDeserializer {

    private final List<RenamedAttribute> attributes;

    private ConvertedDeserializer(ValueDeserializer<?> deserializer, List<RenamedAttribute> attributes) {
        super(deserializer);
        this.attributes = List.copyOf(attributes);
    }

    /** Returns the deserializer itself where no attribute has a converter. */
    static ValueDeserializer<?> of(ValueDeserializer<?> deserializer, List<RenamedAttribute> attributes) {
        List<RenamedAttribute> converted = attributes.stream()
                .filter(attribute -> attribute.former().stream()
                        .anyMatch(former -> !former.conversion().isNone()))
                .toList();
        return converted.isEmpty() ? deserializer : new ConvertedDeserializer(deserializer, converted);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new ConvertedDeserializer(deserializer, attributes);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Object object = super.deserialize(parser, context);
        attributes.forEach(attribute -> refuseWithoutOldForm(context, attribute, value(attribute, object)));
        return object;
    }

    /** What the body leaves as it is, it is not refused for. */
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object updated) {
        List<@Nullable Object> before = new ArrayList<>();
        attributes.forEach(attribute -> before.add(value(attribute, updated)));
        Object object = super.deserialize(parser, context, updated);
        for (int i = 0; i < attributes.size(); i++) {
            Object value = value(attributes.get(i), object);
            if (!Objects.equals(before.get(i), value)) {
                refuseWithoutOldForm(context, attributes.get(i), value);
            }
        }
        return object;
    }

    private static @Nullable Object value(RenamedAttribute attribute, @Nullable Object object) {
        Offer offer = object == null ? null : attribute.of(object);
        return offer == null ? null : offer.value();
    }

    private static void refuseWithoutOldForm(
            DeserializationContext context, RenamedAttribute attribute, @Nullable Object value) {
        ClientView view = ClientView.of(context);
        for (JsonName former : attribute.former()) {
            if (view != null && former.acceptedFrom(view)) {
                try {
                    former.conversion().toOld(value);
                } catch (Conversion.Inconvertible e) {
                    throw RenameConversionException.ofNew(context.getParser(), attribute, former);
                }
            }
        }
    }
}
