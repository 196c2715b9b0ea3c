package dev.seamless.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.ContextAttributes;

/**
 * Jackson's attributes of one call with two more in front of them, which cost a comparison instead of a look-up in two
 * maps: the client's view, which is shared by all calls of a reader, and the state of one reading, which is not
 * ({@link #withPerCallAttribute} is what {@code DeserializationContext.setAttribute} calls).
 */
final class ViewAttributes extends ContextAttributes {

    static final Object VIEW = ClientView.class;
    static final Object READING = Reading.class;

    private final ContextAttributes others;
    private final ClientView view;
    private final @Nullable Object reading;

    ViewAttributes(ContextAttributes others, ClientView view) {
        this(others instanceof ViewAttributes outer ? outer.others : others, view, null);
    }

    private ViewAttributes(ContextAttributes others, ClientView view, @Nullable Object reading) {
        this.others = others;
        this.view = view;
        this.reading = reading;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson means null where an attribute is absent
    public Object getAttribute(Object key) {
        if (key == VIEW) {
            return view;
        }
        return key == READING ? reading : others.getAttribute(key);
    }

    @Override
    public ContextAttributes withPerCallAttribute(Object key, Object value) {
        return key == READING
                ? new ViewAttributes(others, view, value)
                : new ViewAttributes(others.withPerCallAttribute(key, value), view, reading);
    }

    @Override
    public ContextAttributes withSharedAttribute(Object key, Object value) {
        return new ViewAttributes(others.withSharedAttribute(key, value), view, reading);
    }

    @Override
    public ContextAttributes withSharedAttributes(Map<?, ?> attributes) {
        return new ViewAttributes(others.withSharedAttributes(attributes), view, reading);
    }

    @Override
    public ContextAttributes withoutSharedAttribute(Object key) {
        return new ViewAttributes(others.withoutSharedAttribute(key), view, reading);
    }

    @Override
    public ContextAttributes snapshot() {
        return new ViewAttributes(others.snapshot(), view, null);
    }
}
