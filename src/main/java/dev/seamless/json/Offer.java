package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;

/**
 * A value that a body offers for an attribute, under one of its names.
 *
 * @param raw the value as it stands under that name
 * @param value the value of the attribute
 */
record Offer(JsonName name, @Nullable Object raw, @Nullable Object value) {

    /**
     * Returns the offer of a value that was read under the given former name.
     *
     * @throws RetiredNameException if the name is no longer accepted from this client
     * @throws RenameConversionException if the value has no form under the current name
     */
    static Offer of(DeserializationContext context, RenamedAttribute attribute, JsonName name, @Nullable Object raw) {
        ClientView view = ClientView.of(context);
        refuseRetired(context, view, attribute, name);
        return ofAccepted(context, view, attribute, name, raw);
    }

    /**
     * Returns the offer of a value that was read under a former name that is accepted.
     *
     * @throws RenameConversionException if the value has no form under the current name
     */
    static Offer ofAccepted(
            DeserializationContext context,
            @Nullable ClientView view,
            RenamedAttribute attribute,
            JsonName name,
            @Nullable Object raw) {
        noteUse(view, name);
        if (name.conversion().isNone()) {
            return new Offer(name, raw, raw);
        }
        try {
            return new Offer(name, raw, name.conversion().toNew(raw));
        } catch (Conversion.Inconvertible e) {
            throw RenameConversionException.ofOld(context.getParser(), attribute, name);
        }
    }

    /**
     * Refuses a name that is no longer accepted, before its value is looked at.
     *
     * @throws RetiredNameException if it is not
     */
    static void refuseRetired(
            DeserializationContext context, @Nullable ClientView view, RenamedAttribute attribute, JsonName name) {
        if (!name.acceptedFrom(view)) {
            noteUse(view, name);
            throw new RetiredNameException(context.getParser(), attribute, name);
        }
    }

    private static void noteUse(@Nullable ClientView view, JsonName name) {
        if (view != null) {
            name.usedBy(view);
        }
    }

    /** Whether the two offers say the same, in either direction of a conversion. */
    boolean agreesWith(Offer other, Sameness sameness) {
        return sameness.same(value, other.value) || sameUnder(other, sameness) || other.sameUnder(this, sameness);
    }

    private boolean sameUnder(Offer other, Sameness sameness) {
        if (name.conversion().isNone()) {
            return false;
        }
        try {
            return sameness.same(raw, name.conversion().toOld(other.value));
        } catch (Conversion.Inconvertible e) {
            return false;
        }
    }
}
