package dev.seamless.gate;

import dev.seamless.Rename;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the old name of one rename must live on the API boundary.
 *
 * @param rename the rename
 * @param cutoffs by platform, the first client version that knows the new name; a platform that is missing counts as not
 *     knowing it
 * @param deprecated the day from which the old name is deprecated, at midnight UTC; {@code null} for the start of this
 *     instance
 * @param sunset the day on which the old name is meant to go, at midnight UTC; {@code null} if none is planned
 */
public record ApiWindow(
        Rename rename,
        Map<String, Version> cutoffs,
        @Nullable LocalDate deprecated,
        @Nullable LocalDate sunset) {

    /** Creates a window. */
    public ApiWindow {
        cutoffs = Map.copyOf(cutoffs);
    }

    /** Whether clients of the platform at that version know the new name. */
    boolean isKnownBy(String platform, Version version) {
        Version cutoff = cutoffs.get(platform);
        return cutoff != null && !version.isBefore(cutoff);
    }

    /** Whether no client is served the old name any more, so that one that does not know the new one is out. */
    boolean needsTheNewName() {
        return !rename.api().servesOld();
    }
}
