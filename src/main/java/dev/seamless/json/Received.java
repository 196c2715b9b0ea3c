package dev.seamless.json;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.ContextAttributes;

/**
 * What one object of a body has said so far about its renamed attributes, and what they were before. A value under the
 * current name, which is what most bodies have, is kept as it is; what came otherwise as an {@link Offer}. It stands among the
 * attributes of the call to Jackson and dies with it, so that neither a reader that is used by many threads nor a thread that
 * serves many clients can mix them up. Behind a client's view it is the call's attributes itself, with all others behind it.
 */
final class Received extends ContextAttributes {

    static final Object KEY = Received.class;

    private static final Object[] NOTHING = {};
    private static final Object NULL = new Object();

    private final Set<RenamedAttribute> hidden;
    private final @Nullable Updated updated;
    private final @Nullable Object[] saidOfOthers;
    private @Nullable Object said; // of attribute 0, mostly the only one: an array costs as much as all else
    private @Nullable ContextAttributes others;

    /**
     * Begins with nothing said.
     *
     * @param slots one more than the highest index of the attributes
     * @param hidden those that are ignored where this object stands
     * @param updated the object that is updated; null where a new one is made
     */
    Received(int slots, Set<RenamedAttribute> hidden, @Nullable Object updated) {
        this.hidden = hidden;
        this.updated = updated == null ? null : new Updated(updated, new Offer[slots]);
        this.saidOfOthers = slots > 1 ? new Object[slots - 1] : NOTHING;
    }

    /** Returns what the object at hand has said so far; null outside of any object with renamed attributes. */
    static @Nullable Received at(DeserializationContext context) {
        return (Received) context.getAttribute(KEY);
    }

    /** Turns to another object, of which nothing is kept where null is given. */
    @SuppressWarnings("NullAway") // Jackson takes null for an attribute that goes
    static void turn(DeserializationContext context, @Nullable Received object) {
        context.setAttribute(KEY, object);
    }

    /**
     * Takes a value under the current name, and returns the one that counts after it.
     *
     * @throws RenameConflictException if it contradicts an earlier one, and nothing tells which one is meant
     */
    @Nullable
    Object takeCurrent(DeserializationContext context, RenamedAttribute attribute, @Nullable Object value) {
        if (updated == null && !(said(attribute.index()) instanceof Offer)) {
            say(attribute.index(), value == null ? NULL : value);
            return value;
        }
        return take(context, attribute, new Offer(attribute.current(), value, value))
                .value();
    }

    /**
     * Takes an offer, and returns the one that counts after it.
     *
     * @throws RenameConflictException if it contradicts an earlier one, and nothing tells which one is meant
     */
    Offer take(DeserializationContext context, RenamedAttribute attribute, Offer offer) {
        int index = attribute.index();
        Offer earlier = offer(attribute);
        if (earlier == null && updated != null) {
            updated.bases()[index] = attribute.of(updated.object());
        }
        Offer counts = earlier == null || earlier.name() == offer.name()
                ? offer
                : Choice.between(context, attribute, earlier, offer, base(index));
        say(index, counts);
        return counts;
    }

    /** Takes note of the name whose value counts for a creator's parameter. */
    void note(RenamedAttribute attribute, JsonName name) {
        say(attribute.index(), name.isCurrent() ? NULL : new Offer(name, null, null));
    }

    /** The name under which the attribute came; null where it did not. */
    @Nullable
    JsonName name(RenamedAttribute attribute) {
        Object offer = said(attribute.index());
        return offer instanceof Offer other ? other.name() : offer == null ? null : attribute.current();
    }

    private @Nullable Offer offer(RenamedAttribute attribute) {
        Object offer = said(attribute.index());
        if (offer == null || offer instanceof Offer) {
            return (Offer) offer;
        }
        Object value = offer == NULL ? null : offer;
        return new Offer(attribute.current(), value, value);
    }

    /** Whether a former name of the attribute is ignored where this object stands. */
    boolean hides(RenamedAttribute attribute) {
        return !hidden.isEmpty() && hidden.contains(attribute);
    }

    /** What the attribute was before, where an object is updated whose attribute can be read. */
    @Nullable
    Offer base(RenamedAttribute attribute) {
        return updated == null ? null : attribute.of(updated.object());
    }

    private @Nullable Offer base(int index) {
        return updated == null ? null : updated.bases()[index];
    }

    private @Nullable Object said(int index) {
        return index == 0 ? said : saidOfOthers[index - 1];
    }

    private void say(int index, Object value) {
        if (index == 0) {
            said = value;
        } else {
            saidOfOthers[index - 1] = value;
        }
    }

    /** Stands in front of the other attributes of the call. */
    Received among(ContextAttributes attributes) {
        this.others = attributes;
        return this;
    }

    private ContextAttributes others() {
        return Objects.requireNonNull(others);
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson means null where an attribute is absent
    public Object getAttribute(Object key) {
        return key == KEY ? this : others().getAttribute(key);
    }

    @Override
    public ContextAttributes withPerCallAttribute(Object key, @Nullable Object value) {
        if (key != KEY) {
            return among(others().withPerCallAttribute(key, value));
        }
        return value == null ? others() : ((Received) value).among(others());
    }

    @Override
    public ContextAttributes withSharedAttribute(Object key, Object value) {
        return others().withSharedAttribute(key, value);
    }

    @Override
    public ContextAttributes withSharedAttributes(Map<?, ?> attributes) {
        return others().withSharedAttributes(attributes);
    }

    @Override
    public ContextAttributes withoutSharedAttribute(Object key) {
        return others().withoutSharedAttribute(key);
    }

    @Override
    public ContextAttributes snapshot() {
        return others().snapshot();
    }

    /** The object that is updated, and what its attributes were before. */
    private record Updated(Object object, @Nullable Offer[] bases) {}
}
