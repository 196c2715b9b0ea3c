package dev.seamless.json;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the names under which JSON carries a renamed attribute: the current one, or one that it had before. Names may be
 * chained: a name is served if the rename that made it serves its new name, and all later renames serve their old one.
 */
final class JsonName {

    private final String text;
    private final String attribute;
    private final @Nullable Rename madeBy;
    private final Rename[] since;
    private final Conversion conversion;
    private final boolean servedToUnknown;
    private final boolean servedByClient;
    private final boolean accepted;

    /**
     * Creates a name.
     *
     * @param attribute what the attribute was called in Java under this name
     * @param madeBy the rename that made it; null for the oldest name of an attribute
     * @param since the renames since then, the nearest first; none for the current name
     * @param conversion between the value under this name and that of the attribute
     */
    JsonName(String text, String attribute, @Nullable Rename madeBy, List<Rename> since, Conversion conversion) {
        this.text = text;
        this.attribute = attribute;
        this.madeBy = madeBy;
        this.since = since.toArray(Rename[]::new);
        this.conversion = conversion;
        this.servedToUnknown = serves(ClientView.UNKNOWN);
        this.servedByClient =
                Stream.concat(Stream.ofNullable(madeBy), since.stream()).anyMatch(r -> r.api() == ApiPhase.BOTH);
        this.accepted = since.stream().allMatch(r -> r.api().acceptsOld());
    }

    String text() {
        return text;
    }

    /** What Spring and Bean Validation called the attribute then: their errors have paths of attributes. */
    String attribute() {
        return attribute;
    }

    Conversion conversion() {
        return conversion;
    }

    boolean isCurrent() {
        return since.length == 0;
    }

    boolean isOlderThan(JsonName other) {
        return since.length > other.since.length;
    }

    /** The rename whose old name this is. */
    Rename rename() {
        return since[0];
    }

    /** Whether the client is served this name; null outside of HTTP. */
    boolean servedTo(@Nullable ClientView view) {
        if (view == null) {
            return isCurrent();
        }
        return servedByClient && view.isKnown() ? serves(view) : servedToUnknown;
    }

    /** Whether every reader is served this name, inside and outside of HTTP. */
    boolean servedToAll() {
        return isCurrent() && servedToUnknown && !servedByClient;
    }

    /** Whether no reader ever is served this name. */
    boolean servedToNone() {
        return !isCurrent() && !servedToUnknown && !servedByClient;
    }

    /** Whether the name may be read from the client; null outside of HTTP. */
    boolean acceptedFrom(@Nullable ClientView view) {
        return accepted || view == null;
    }

    /** Tells that the client has used this name: none of the renames since then can be ended meanwhile. */
    void usedBy(ClientView view) {
        for (Rename rename : since) {
            view.usesOldName(rename);
        }
    }

    private boolean serves(ClientView view) {
        for (Rename rename : since) {
            if (!view.servesOld(rename)) {
                return false;
            }
        }
        return madeBy == null || view.servesNew(madeBy);
    }
}
