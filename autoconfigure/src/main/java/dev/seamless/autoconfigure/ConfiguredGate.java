package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.autoconfigure.SeamlessProperties.GateProperties;
import dev.seamless.autoconfigure.SeamlessProperties.PlatformProperties;
import dev.seamless.autoconfigure.SeamlessProperties.RenameProperties;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Platform;
import dev.seamless.gate.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what is configured of the gate into versions, and says which property holds none. */
final class ConfiguredGate {

    private ConfiguredGate() {}

    static Map<String, Platform> platforms(GateProperties gate) {
        Map<String, Platform> platforms = new TreeMap<>();
        gate.platforms().forEach((name, platform) -> platforms.put(name, platform(name, platform)));
        return Map.copyOf(platforms);
    }

    private static Platform platform(String name, PlatformProperties platform) {
        String property = "seamless.gate.platforms." + name;
        Version minimum = version(property + ".minimum", platform.minimum());
        Version latest = version(property + ".latest", platform.latest());
        if (latest.isBefore(minimum)) {
            throw new RefusedException(
                    "'" + property + ".minimum' is " + minimum + ", above '" + property + ".latest', which is " + latest
                            + ".",
                    "Lower the minimum, or raise the latest version to the one that is released.");
        }
        return new Platform(minimum, latest);
    }

    static List<ApiWindow> windows(Renames renames, RenamesBinder binder) {
        List<ApiWindow> windows = new ArrayList<>();
        for (Rename rename : renames) {
            RenameProperties properties = binder.properties(rename.id());
            Map<String, Version> cutoffs = new HashMap<>();
            properties
                    .cutoff()
                    .forEach((platform, version) -> cutoffs.put(
                            platform, version("seamless.renames." + rename.id() + ".cutoff." + platform, version)));
            windows.add(new ApiWindow(rename, cutoffs, properties.deprecated(), properties.sunset()));
        }
        return windows;
    }

    private static Version version(String property, @Nullable String given) {
        if (given == null) {
            throw new RefusedException("'" + property + "' is missing.", "Give it a version of three parts: 1.4.0.");
        }
        return Version.parse(given)
                .orElseThrow(() -> new RefusedException(
                        "'" + property + "' is '" + given + "', which is no version of three parts.",
                        "Write 1.4.0 or 2026.11.2. A version of two parts is a number to YAML, which turns 1.10 into 1.1: give"
                                + " it three parts, or quote it."));
    }
}
