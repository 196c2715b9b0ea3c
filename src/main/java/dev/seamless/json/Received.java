package dev.seamless.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;

/**
 * What one object of a body has said so far about its renamed attributes, and what they were before. A value under the
 * current name, which is what most bodies have, is kept as it is; what came otherwise as an {@link Offer}. It stands among the
 * attributes of the call to Jackson and dies with it, so that neither a reader that is used by many threads nor a thread that
 * serves many clients can mix them up.
 */
final class Received {

    private static final Offer[] NONE = {};
    private static final Object NULL = new Object();

    private final Set<RenamedAttribute> hidden;
    private final @Nullable Object updated;
    private final @Nullable Object[] said;
    private final @Nullable Offer[] bases;

    /**
     * Begins with nothing said.
     *
     * @param slots one more than the highest index of the attributes
     * @param hidden those that are ignored where this object stands
     * @param updated the object that is updated; null where a new one is made
     */
    Received(int slots, Set<RenamedAttribute> hidden, @Nullable Object updated) {
        this.hidden = hidden;
        this.updated = updated;
        this.said = new Object[slots];
        this.bases = updated == null ? NONE : new Offer[slots];
    }

    /** Returns what the object at hand has said so far; null outside of any object with renamed attributes. */
    static @Nullable Received at(DeserializationContext context) {
        return (Received) context.getAttribute(ViewAttributes.RECEIVED);
    }

    /** Turns to another object, of which nothing is kept where null is given. */
    @SuppressWarnings("NullAway") // Jackson takes null for an attribute that goes
    static void turn(DeserializationContext context, @Nullable Received object) {
        context.setAttribute(ViewAttributes.RECEIVED, object);
    }

    /**
     * Takes a value under the current name, and returns the one that counts after it.
     *
     * @throws RenameConflictException if it contradicts an earlier one, and nothing tells which one is meant
     */
    @Nullable
    Object takeCurrent(DeserializationContext context, RenamedAttribute attribute, @Nullable Object value) {
        Object earlier = said[attribute.index()];
        if (updated == null && !(earlier instanceof Offer)) {
            said[attribute.index()] = value == null ? NULL : value;
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
            bases[index] = attribute.of(updated);
        }
        Offer counts = earlier == null || earlier.name() == offer.name()
                ? offer
                : Choice.between(context, attribute, earlier, offer, base(index));
        said[index] = counts;
        return counts;
    }

    /** Takes note of the name whose value counts for a creator's parameter. */
    void note(RenamedAttribute attribute, JsonName name) {
        said[attribute.index()] = name.isCurrent() ? NULL : new Offer(name, null, null);
    }

    /** The name under which the attribute came; null where it did not. */
    @Nullable
    JsonName name(RenamedAttribute attribute) {
        Object offer = said[attribute.index()];
        return offer instanceof Offer other ? other.name() : offer == null ? null : attribute.current();
    }

    private @Nullable Offer offer(RenamedAttribute attribute) {
        Object offer = said[attribute.index()];
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
        return updated == null ? null : attribute.of(updated);
    }

    private @Nullable Offer base(int index) {
        return updated == null ? null : bases[index];
    }
}
