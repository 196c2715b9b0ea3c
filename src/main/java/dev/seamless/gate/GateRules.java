package dev.seamless.gate;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import java.util.List;
import java.util.Map;

/** What platforms, cutoffs and phases must agree on before an instance serves. */
final class GateRules {

    private GateRules() {}

    static void check(Map<String, Platform> platforms, List<ApiWindow> windows) {
        for (ApiWindow window : windows) {
            window.cutoffs().keySet().forEach(platform -> checkPlatform(platform, platforms, window));
            platforms.forEach((name, platform) -> checkPhase(name, platform, window));
        }
    }

    private static void checkPlatform(String platform, Map<String, Platform> platforms, ApiWindow window) {
        if (!platforms.containsKey(platform)) {
            throw new RefusedException(
                    "The rename '" + window.rename().id() + "' has a cutoff for the platform '" + platform
                            + "', which is not configured; the platforms are " + platforms.keySet() + ".",
                    "Add seamless.gate.platforms." + platform + ", or delete the cutoff.");
        }
    }

    private static void checkPhase(String name, Platform platform, ApiWindow window) {
        Version cutoff = window.cutoffs().get(name);
        String id = window.rename().id();
        if (window.needsTheNewName() && (cutoff == null || platform.minimum().isBefore(cutoff))) {
            throw new RefusedException(
                    "'seamless.renames." + id + ".api' is "
                            + spelled(window.rename().api()) + ", but clients of the platform '"
                            + name + "' may operate from version " + platform.minimum() + " on, and "
                            + (cutoff == null
                                    ? "no cutoff says that any of them knows the new name."
                                    : "know the new name from " + cutoff + " on only."),
                    cutoff == null
                            ? "Set seamless.renames." + id + ".cutoff." + name + " to the first version that knows it."
                            : "Raise seamless.gate.platforms." + name + ".minimum to " + cutoff + ", or stay in both.");
        }
        if (window.rename().api() == ApiPhase.OLD
                && cutoff != null
                && !platform.latest().isBefore(cutoff)) {
            throw new RefusedException(
                    "'seamless.renames." + id + ".api' is old, but clients of the platform '" + name
                            + "' that need the new name are out: the latest is " + platform.latest()
                            + ", and from " + cutoff + " on they know the new name alone.",
                    "Set seamless.renames." + id + ".api to both.");
        }
    }

    private static String spelled(ApiPhase phase) {
        return phase == ApiPhase.SERVE_NEW ? "serve-new" : "new";
    }
}
