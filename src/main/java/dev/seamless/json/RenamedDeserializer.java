package dev.seamless.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Keeps what is said about renamed attributes apart for each object of a body: nested, recursive and interleaved ones. */
final class RenamedDeserializer extends DelegatingDeserializer {

    private final int attributes;

    RenamedDeserializer(ValueDeserializer<?> deserializer, int attributes) {
        super(deserializer);
        this.attributes = attributes;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new RenamedDeserializer(deserializer, attributes);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Reading reading = Reading.of(context);
        Received outer = reading.begin(new Received(attributes, null));
        try {
            return super.deserialize(parser, context);
        } finally {
            reading.end(outer);
        }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object updated) {
        Reading reading = Reading.of(context);
        Received outer = reading.begin(new Received(attributes, updated));
        try {
            return super.deserialize(parser, context, updated);
        } finally {
            reading.end(outer);
        }
    }
}
