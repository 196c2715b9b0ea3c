package dev.seamless.ledger;

import java.time.Duration;

/**
 * How an instance lives in the fleet.
 *
 * @param guard what happens to a start that breaks a rule
 * @param heartbeat how often an instance says that it lives, while a pair is open
 * @param expiry after what silence others may make it gone; at least three heartbeats
 * @param findSessions whether a database session stays with one pooled connection, so that it can be found by the name of its
 *     instance; false behind a transaction pooler
 */
public record FleetSettings(Guard guard, Duration heartbeat, Duration expiry, boolean findSessions) {

    /** The defaults: enforce, 5 s, 30 s, sessions are found. */
    public static final FleetSettings DEFAULTS =
            new FleetSettings(Guard.ENFORCE, Duration.ofSeconds(5), Duration.ofSeconds(30), true);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if the expiry is not at least three heartbeats
     */
    public FleetSettings {
        if (heartbeat.isNegative() || heartbeat.isZero() || expiry.compareTo(heartbeat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("seamless.fleet.expiry (" + expiry
                    + ") must be at least three times seamless.fleet.heartbeat (" + heartbeat + ")");
        }
    }
}
