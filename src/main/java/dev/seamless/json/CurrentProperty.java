package dev.seamless.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;

/** Reads a renamed attribute under its current name, minding what the same object has said under a former one. */
final class CurrentProperty extends SettableBeanProperty.Delegating {

    private static final long serialVersionUID = 1;

    private final transient RenamedAttribute attribute;

    CurrentProperty(SettableBeanProperty property, RenamedAttribute attribute) {
        super(property);
        this.attribute = attribute;
    }

    RenamedAttribute attribute() {
        return attribute;
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
        return new CurrentProperty(property, attribute);
    }

    @Override
    public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object bean) {
        Object value = deserialize(parser, context);
        if (!NullHandling.skips(this, value)) {
            set(context, bean, value);
        }
    }

    @Override
    public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object bean) {
        Object value = deserialize(parser, context);
        return NullHandling.skips(this, value) ? bean : setAndReturn(context, bean, value);
    }

    @Override
    public void set(DeserializationContext context, Object bean, @Nullable Object value) {
        delegate.set(context, bean, take(context, value));
    }

    @Override
    public Object setAndReturn(DeserializationContext context, Object bean, @Nullable Object value) {
        return delegate.setAndReturn(context, bean, take(context, value));
    }

    private @Nullable Object take(DeserializationContext context, @Nullable Object value) {
        Received received = Received.at(context);
        return received == null ? value : received.takeCurrent(context, attribute, value);
    }

    @Override
    public boolean isIgnorable() {
        return delegate.isIgnorable();
    }

    @Override
    public void markAsIgnorable() {
        delegate.markAsIgnorable();
    }

    @Override
    public JacksonInject.Value getInjectionDefinition() {
        return delegate.getInjectionDefinition();
    }
}
