package dev.seamless.gate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says to one request.
 *
 * @param client the client, or {@code null} for an unknown one
 * @param refused whether it gets the gate's answer instead of its own
 * @param bounds what the client is told of its platform, or {@code null} for an unknown one
 * @param knows the ids of the renames whose new name the client knows, or {@code null} for a client of which nothing is
 *     known and which is served by the phase alone
 * @param outdated the renames of which the client still needs the old name, where a new one is served already
 */
public record Admission(
        @Nullable ClientVersion client,
        boolean refused,
        @Nullable Platform bounds,
        @Nullable Set<String> knows,
        List<ApiWindow> outdated) {}
