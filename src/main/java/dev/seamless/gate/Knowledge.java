package dev.seamless.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the clients of one platform know from one version on.
 *
 * @param from the version
 * @param knows the ids of the renames whose new name they know
 * @param outdated the renames of which they need the old name, where a new one is served already
 */
record Knowledge(Version from, Set<String> knows, List<ApiWindow> outdated) {

    static Knowledge of(String platform, Version from, List<ApiWindow> windows) {
        return new Knowledge(
                from,
                windows.stream()
                        .filter(window -> window.isKnownBy(platform, from))
                        .map(window -> window.rename().id())
                        .collect(Collectors.toUnmodifiableSet()),
                windows.stream()
                        .filter(window -> !window.isKnownBy(platform, from)
                                && window.rename().api().servesNew())
                        .toList());
    }
}
