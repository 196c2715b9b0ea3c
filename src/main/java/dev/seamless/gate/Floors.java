package dev.seamless.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer of a {@link VersionPolicy}, worked out: the floors that hold, and what each version of a client knows. */
final class Floors {

    private static final Logger log = LoggerFactory.getLogger(Floors.class);
    private static final Version FIRST = new Version(0);

    private final Map<String, Platform> answer;
    private final Map<String, Platform> platforms = new HashMap<>();
    private final Map<String, Knowledge[]> knowledge = new HashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    Floors(Map<String, Platform> answer, List<ApiWindow> windows) {
        this.answer = answer;
        answer.forEach((name, platform) -> {
            platforms.put(name, raised(name, platform, windows));
            knowledge.put(name, steps(name, windows));
        });
    }

    /** A floor cannot fall below the cutoff of a rename whose old name nobody is served any more. */
    private static Platform raised(String name, Platform platform, List<ApiWindow> windows) {
        Version minimum = platform.minimum();
        Version latest = platform.latest();
        for (ApiWindow window : windows) {
            Version cutoff = window.cutoffs().get(name);
            if (window.needsTheNewName() && cutoff != null && minimum.isBefore(cutoff)) {
                minimum = cutoff;
            }
        }
        return new Platform(minimum, latest.isBefore(minimum) ? minimum : latest);
    }

    private static Knowledge[] steps(String name, List<ApiWindow> windows) {
        TreeSet<Version> from = new TreeSet<>();
        from.add(FIRST);
        windows.stream()
                .map(window -> window.cutoffs().get(name))
                .filter(Objects::nonNull)
                .forEach(from::add);
        return from.descendingSet().stream()
                .map(version -> Knowledge.of(name, version, windows))
                .toArray(Knowledge[]::new);
    }

    boolean isFrom(Map<String, Platform> other) {
        return answer == other || answer.equals(other);
    }

    Map<String, Platform> platforms() {
        return platforms;
    }

    Platform of(String platform) {
        return Objects.requireNonNull(platforms.get(platform));
    }

    Knowledge knowledge(ClientVersion client) {
        Knowledge[] steps = Objects.requireNonNull(knowledge.get(client.platform()));
        int step = 0;
        while (client.version().isBefore(steps[step].from())) {
            step++;
        }
        return steps[step];
    }

    void warnOnce(String what) {
        if (warned.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("platforms", platforms)
                    .log("The version policy {}; what it said last holds", what);
        }
    }
}
