package dev.seamless.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.ContextAttributes;

/**
 * Jackson's attributes of one call with the client's view in front of them, which costs a comparison instead of a look-up in two
 * maps. It is shared by all calls of a reader or a writer; what an object has said takes its place in one of them, see
 * {@link Received}.
 */
final class ViewAttributes extends ContextAttributes {

    static final Object VIEW = ClientView.class;

    private final ContextAttributes others;
    private final ClientView view;

    ViewAttributes(ContextAttributes others, ClientView view) {
        this.others = others instanceof ViewAttributes outer ? outer.others : others;
        this.view = view;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson means null where an attribute is absent
    public Object getAttribute(Object key) {
        if (key == Received.KEY) {
            return null;
        }
        return key == VIEW ? view : others.getAttribute(key);
    }

    /** What {@code DeserializationContext.setAttribute} calls. */
    @Override
    public ContextAttributes withPerCallAttribute(Object key, @Nullable Object value) {
        if (key == Received.KEY) {
            return value == null ? this : ((Received) value).among(this);
        }
        return new ViewAttributes(others.withPerCallAttribute(key, value), view);
    }

    @Override
    public ContextAttributes withSharedAttribute(Object key, Object value) {
        return new ViewAttributes(others.withSharedAttribute(key, value), view);
    }

    @Override
    public ContextAttributes withSharedAttributes(Map<?, ?> attributes) {
        return new ViewAttributes(others.withSharedAttributes(attributes), view);
    }

    @Override
    public ContextAttributes withoutSharedAttribute(Object key) {
        return new ViewAttributes(others.withoutSharedAttribute(key), view);
    }

    @Override
    public ContextAttributes snapshot() {
        return new ViewAttributes(others.snapshot(), view);
    }
}
