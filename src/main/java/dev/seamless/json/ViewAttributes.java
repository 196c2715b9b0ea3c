package dev.seamless.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.ContextAttributes;

/**
 * Jackson's attributes of one call with two more in front of them, which cost a comparison instead of a look-up in two
 * maps: the client's view, which is shared by all calls of a reader, and what the object that is being read has said, which
 * is not ({@link #withPerCallAttribute} is what {@code DeserializationContext.setAttribute} calls).
 */
final class ViewAttributes extends ContextAttributes {

    static final Object VIEW = ClientView.class;
    static final Object RECEIVED = Received.class;

    private final ContextAttributes others;
    private final ClientView view;
    private final boolean ofOneCall;
    private @Nullable Object received;

    ViewAttributes(ContextAttributes others, ClientView view) {
        this(others instanceof ViewAttributes outer ? outer.others : others, view, false, null);
    }

    private ViewAttributes(ContextAttributes others, ClientView view, boolean ofOneCall, @Nullable Object received) {
        this.others = others;
        this.view = view;
        this.ofOneCall = ofOneCall;
        this.received = received;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson means null where an attribute is absent
    public Object getAttribute(Object key) {
        if (key == VIEW) {
            return view;
        }
        return key == RECEIVED ? received : others.getAttribute(key);
    }

    @Override
    public ContextAttributes withPerCallAttribute(Object key, Object value) {
        if (key != RECEIVED) {
            return new ViewAttributes(others.withPerCallAttribute(key, value), view, true, received);
        }
        if (!ofOneCall) {
            return new ViewAttributes(others, view, true, value);
        }
        received = value; // of this call alone: as many objects as a body has, one is enough
        return this;
    }

    @Override
    public ContextAttributes withSharedAttribute(Object key, Object value) {
        return new ViewAttributes(others.withSharedAttribute(key, value), view, ofOneCall, received);
    }

    @Override
    public ContextAttributes withSharedAttributes(Map<?, ?> attributes) {
        return new ViewAttributes(others.withSharedAttributes(attributes), view, ofOneCall, received);
    }

    @Override
    public ContextAttributes withoutSharedAttribute(Object key) {
        return new ViewAttributes(others.withoutSharedAttribute(key), view, ofOneCall, received);
    }

    @Override
    public ContextAttributes snapshot() {
        return new ViewAttributes(others.snapshot(), view, false, null);
    }
}
