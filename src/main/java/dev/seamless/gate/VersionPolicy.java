package dev.seamless.gate;

import java.util.Map;

/**
 * Where the floor and the latest version of each platform come from: the configuration by default, or a bean of the
 * application that takes them from a database or from remote configuration, and so can move them without a deploy.
 *
 * <p>It is asked at each request, so it answers from memory, and gives the same map as long as nothing has changed. A
 * change takes effect on the next request. If it throws, or answers with nothing, the last answer holds and the failure is
 * logged; at the start there is no last answer, and the start stops. A floor that falls back takes effect too, but never
 * below a cutoff that a rename in {@code serve-new} or {@code new} relies on.
 */
@FunctionalInterface
public interface VersionPolicy {

    /** Returns the bounds of each platform, by its name. The platforms themselves are those of the first answer. */
    Map<String, Platform> platforms();
}
