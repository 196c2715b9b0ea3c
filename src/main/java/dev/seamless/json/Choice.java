package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;

/**
 * Which of two names in one body counts: if they agree, the newer one; else the one that changed
 * against the value that is there; else the name that a known client is served; else neither.
 */
final class Choice {

    private Choice() {}

    /**
     * Chooses between two offers.
     *
     * @param base the value that is there, where the body updates something; null where it does not
     * @throws RenameConflictException if nothing tells which one is meant
     */
    static Offer between(
            DeserializationContext context, RenamedAttribute attribute, Offer one, Offer other, @Nullable Offer base) {
        Offer older = one.name().isOlderThan(other.name()) ? one : other;
        Offer newer = older == one ? other : one;
        Sameness sameness = new Sameness(context);
        if (older.agreesWith(newer, sameness)) {
            return newer;
        }
        if (base != null && older.agreesWith(base, sameness) != newer.agreesWith(base, sameness)) {
            return older.agreesWith(base, sameness) ? newer : older;
        }
        ClientView view = ClientView.of(context);
        if (view != null
                && view.isKnown()
                && older.name().servedTo(view) != newer.name().servedTo(view)) {
            return older.name().servedTo(view) ? older : newer;
        }
        throw new RenameConflictException(context.getParser(), attribute, older.name());
    }
}
