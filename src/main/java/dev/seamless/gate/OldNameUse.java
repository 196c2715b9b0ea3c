package dev.seamless.gate;

import dev.seamless.Rename;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When this instance last saw the old name of a rename in a request, by the platform of the client. Bounded by the number
 * of renames and of configured platforms. Safe for use by many threads.
 */
public final class OldNameUse implements GateObserver {

    /** The platform of a client that is none of the configured ones. */
    public static final String UNKNOWN = "unknown";

    private final Clock clock;
    private final Instant since;
    private final Map<String, Map<String, Instant>> lastByRename = new ConcurrentHashMap<>();

    /** Begins to watch. */
    public OldNameUse(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public void usedOldName(@Nullable ClientVersion client, Rename rename) {
        lastByRename
                .computeIfAbsent(rename.id(), id -> new ConcurrentHashMap<>())
                .put(client == null ? UNKNOWN : client.platform(), clock.instant());
    }

    /** When a client of the platform last used the old name, as far as this instance saw. */
    public Optional<Instant> last(String renameId, String platform) {
        return Optional.ofNullable(lastByRename.getOrDefault(renameId, Map.of()).get(platform));
    }

    /** Since when this instance has been watching. */
    public Instant since() {
        return since;
    }

    Instant now() {
        return clock.instant();
    }
}
