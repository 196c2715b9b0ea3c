package dev.seamless.gate;

import dev.seamless.ApiPhase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each request whether its client may operate, and which name of each rename it knows. Safe for use by many
 * threads; a decision costs a parse and a few comparisons.
 */
public final class Gate {

    private final VersionPolicy policy;
    private final List<ApiWindow> windows;
    private final BelowMinimum belowMinimum;
    private final Admission unknown;
    private volatile Floors floors;

    /**
     * Creates a gate.
     *
     * @param policy where the bounds of the platforms come from
     * @param windows the renames, each with its cutoffs
     * @param unknownClients what unknown clients are served
     * @param belowMinimum what known clients below the floor get
     * @throws dev.seamless.RefusedException if the bounds, cutoffs and phases contradict each other
     */
    public Gate(
            VersionPolicy policy,
            Collection<ApiWindow> windows,
            UnknownClients unknownClients,
            BelowMinimum belowMinimum) {
        this.policy = policy;
        this.windows = List.copyOf(windows);
        this.belowMinimum = belowMinimum;
        Map<String, Platform> platforms = policy.platforms();
        GateRules.check(platforms, this.windows);
        this.floors = new Floors(platforms, this.windows);
        this.unknown = new Admission(
                null,
                unknownClients == UnknownClients.REJECT,
                null,
                unknownClients == UnknownClients.OLD ? Set.of() : null,
                List.of());
    }

    /**
     * Decides about one request.
     *
     * @param header the value of its version header, or {@code null} if there is none, or more than one
     */
    public Admission admit(@Nullable String header) {
        Floors current = floors();
        ClientVersion client = ClientVersion.parse(header, current.platforms());
        if (client == null) {
            return unknown;
        }
        boolean below = client.version().isBefore(current.of(client.platform()).minimum());
        Knowledge knowledge = current.knowledge(client);
        return new Admission(
                client,
                below && refusesBelowMinimum(),
                current.of(client.platform()),
                knowledge.knows(),
                knowledge.outdated());
    }

    /** Whether what a client is served depends on the client: then an answer says so to caches. */
    public boolean variesByClient() {
        return windows.stream().anyMatch(window -> window.rename().api() == ApiPhase.BOTH);
    }

    /** The bounds that hold now, by platform. */
    public Map<String, Platform> platforms() {
        return floors().platforms();
    }

    /** The renames with their cutoffs. */
    public List<ApiWindow> windows() {
        return windows;
    }

    /** Whether unknown clients get the gate's answer. */
    public boolean rejectsUnknownClients() {
        return unknown.refused();
    }

    /** Whether known clients below the floor get the gate's answer. */
    public boolean refusesBelowMinimum() {
        return belowMinimum == BelowMinimum.REJECT;
    }

    private Floors floors() {
        Floors current = floors;
        Map<String, Platform> answer = ask();
        if (answer == null || current.isFrom(answer)) {
            return current;
        }
        Floors moved = new Floors(answer, windows);
        if (!moved.platforms().keySet().equals(current.platforms().keySet())) {
            current.warnOnce("names the platforms " + answer.keySet() + " instead of "
                    + current.platforms().keySet());
            return current;
        }
        floors = moved;
        return moved;
    }

    private @Nullable Map<String, Platform> ask() {
        try {
            return policy.platforms();
        } catch (RuntimeException e) {
            floors.warnOnce("failed: " + e);
            return null;
        }
    }
}
