package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import dev.seamless.gate.Admission;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.ClientVersion;
import dev.seamless.gate.Gate;
import dev.seamless.gate.GateObserver;
import dev.seamless.gate.OldNameUse;
import dev.seamless.gate.Platform;
import dev.seamless.gate.Version;
import dev.seamless.hibernate.ForeignSql;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.Presence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The meters of Seamless.
 *
 * <table>
 * <caption>Names and tags</caption>
 * <tr><td>{@value #CLIENT_REQUESTS}</td><td>requests at the gate, by {@code platform} (a configured one, or {@code unknown})
 * and {@code version}: {@code major.minor} between the minimum and the latest, else {@code below-minimum},
 * {@code above-latest} or {@code unknown}; beyond {@value #MAX_VERSIONS} versions {@code other}</td></tr>
 * <tr><td>{@value #OLD_NAMES}</td><td>old JSON names, by {@code rename}, by {@code platform} as above, and by
 * {@code direction}: {@code read} from a request, or {@code needed} by a client that asks and does not know the new one</td></tr>
 * <tr><td>{@value #FOREIGN_SQL}</td><td>executions of SQL that goes through Hibernate and is not its own, by {@code rename}
 * and by {@code kind}: {@code writes_one}, {@code reads_other}</td></tr>
 * <tr><td>{@value #PHASE}</td><td>1, by {@code rename} and {@code phase}: the schema phase that this instance is in</td></tr>
 * <tr><td>{@value #PRESENCE}</td><td>1, by {@code instance} and {@code presence}, where this instance stands so to the fleet,
 * else 0: {@code outside}, {@code uncounted}, {@code member}, {@code gone}</td></tr>
 * <tr><td>{@value #CURRENT}</td><td>1 if the column is current, else 0, by {@code rename}, {@code pair} and {@code column}:
 * {@code old}, {@code new}</td></tr>
 * <tr><td>{@value #LIVE}</td><td>instances that are live, by {@code rename}, {@code pair} and {@code phase}</td></tr>
 * </table>
 */
final class RenameMeters implements GateObserver {

    static final String CLIENT_REQUESTS = "seamless.client.requests";

    static final String OLD_NAMES = "seamless.api.old.name";
    static final String FOREIGN_SQL = "seamless.foreign.sql";
    static final String PHASE = "seamless.schema.phase";
    static final String PRESENCE = "seamless.fleet.presence";
    static final String CURRENT = "seamless.column.current";
    static final String LIVE = "seamless.fleet.live";

    /** How many versions of all platforms get a series of their own. */
    static final int MAX_VERSIONS = 50;

    private final MeterRegistry registry;
    private final Map<Client, Counter> requests = new ConcurrentHashMap<>();

    RenameMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void decided(Admission admission) {
        counter(client(admission)).increment();
        admission.outdated().forEach(window -> oldName(admission.client(), window.rename(), "needed"));
    }

    @Override
    public void usedOldName(@Nullable ClientVersion client, Rename rename) {
        oldName(client, rename, "read");
    }

    private void oldName(@Nullable ClientVersion client, Rename rename, String direction) {
        oldName(client == null ? OldNameUse.UNKNOWN : client.platform(), rename, direction)
                .increment();
    }

    private Counter oldName(String platform, Rename rename, String direction) {
        return registry.counter(OLD_NAMES, "rename", rename.id(), "platform", platform, "direction", direction);
    }

    /** Shows that no old name has been read: a counter that begins at one has not increased, to Prometheus. */
    void oldNames(Gate gate) {
        for (ApiWindow window : gate.windows()) {
            oldName(OldNameUse.UNKNOWN, window.rename(), "read");
            gate.platforms().keySet().forEach(platform -> oldName(platform, window.rename(), "read"));
        }
    }

    /** Counts one execution. */
    void foreignSql(Rename rename, Enum<?> kind) {
        foreignSql(rename.id(), kind).increment();
    }

    private Counter foreignSql(String rename, Enum<?> kind) {
        return registry.counter(FOREIGN_SQL, "rename", rename, "kind", lower(kind));
    }

    /** Shows the schema phase that this instance is in, and, as for old names, that no foreign SQL has been seen. */
    void rename(Rename rename) {
        Gauge.builder(PHASE, () -> 1)
                .tags("rename", rename.id(), "phase", lower(rename.schema()))
                .register(registry);
        for (ForeignSql.Kind kind : ForeignSql.Kind.values()) {
            foreignSql(rename.id(), kind);
        }
    }

    /** Shows how this instance stands to the fleet of its database. */
    void presence(Fleet fleet) {
        for (Presence presence : Presence.values()) {
            Gauge.builder(PRESENCE, () -> fleet.presence() == presence ? 1 : 0)
                    .tags("instance", fleet.instance().id(), "presence", lower(presence))
                    .register(registry);
        }
    }

    /** Shows what the ledger knows of a pair. */
    void pair(String rename, Pair pair, LedgerFigures figures) {
        for (boolean old : new boolean[] {true, false}) {
            Gauge.builder(CURRENT, () -> figures.current(old))
                    .tags("rename", rename, "pair", pair.toString(), "column", old ? "old" : "new")
                    .register(registry);
        }
        for (SchemaPhase phase : SchemaPhase.values()) {
            Gauge.builder(LIVE, () -> figures.live(phase))
                    .tags("rename", rename, "pair", pair.toString(), "phase", lower(phase))
                    .register(registry);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Counter counter(Client client) {
        Counter known = requests.get(client);
        if (known != null) {
            return known;
        }
        Client counted = requests.size() < MAX_VERSIONS ? client : new Client(client.platform(), "other");
        return requests.computeIfAbsent(
                counted,
                each -> Counter.builder(CLIENT_REQUESTS)
                        .description("Requests at the version gate")
                        .tag("platform", each.platform())
                        .tag("version", each.version())
                        .register(registry));
    }

    private static Client client(Admission admission) {
        ClientVersion client = admission.client();
        return client == null
                ? new Client("unknown", "unknown")
                : new Client(client.platform(), version(client.version(), admission.bounds()));
    }

    private static String version(Version version, @Nullable Platform bounds) {
        if (bounds == null || version.isBefore(bounds.minimum())) {
            return "below-minimum";
        }
        return bounds.latest().isBefore(version) ? "above-latest" : version.major() + "." + version.minor();
    }

    private record Client(String platform, String version) {}
}
