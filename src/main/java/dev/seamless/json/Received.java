package dev.seamless.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;

/** What one object of a body has said so far about its renamed attributes, and what they were before. */
final class Received {

    private final Set<RenamedAttribute> hidden;
    private final @Nullable Object updated;
    private final @Nullable Offer[] offers;
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
        this.offers = new Offer[slots];
        this.bases = updated == null ? offers : new Offer[slots];
    }

    /**
     * Takes an offer, and returns the one that counts after it.
     *
     * @throws RenameConflictException if it contradicts an earlier one, and nothing tells which one is meant
     */
    Offer take(DeserializationContext context, RenamedAttribute attribute, Offer offer) {
        int index = attribute.index();
        Offer earlier = offers[index];
        if (earlier == null && updated != null) {
            bases[index] = attribute.of(updated);
        }
        boolean repeated = earlier == null || earlier.name() == offer.name();
        Offer counts = repeated ? offer : Choice.between(context, attribute, earlier, offer, base(index));
        offers[index] = counts;
        return counts;
    }

    /** Takes note of the offer that counts for a creator's parameter. */
    void note(RenamedAttribute attribute, Offer counts) {
        offers[attribute.index()] = counts;
    }

    /** The name under which the attribute came; null where it did not. */
    @Nullable
    JsonName name(RenamedAttribute attribute) {
        Offer offer = offers[attribute.index()];
        return offer == null ? null : offer.name();
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
