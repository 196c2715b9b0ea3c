package dev.seamless.ledger;

import dev.seamless.SchemaPhase;
import java.time.Duration;
import java.time.Instant;

/**
 * One instance of the fleet of one pair, as the ledger knows it.
 *
 * @param pair the key of the pair
 * @param instance the id of the instance
 * @param name what the instance calls itself: application, host and process
 * @param phase the phase it is in
 * @param enteredAt since when
 * @param silence how long ago its last heartbeat was, by the database's clock
 * @param expired whether that is longer than its expiry
 * @param sessionsNamed whether its database sessions can be found
 */
public record Member(
        String pair,
        String instance,
        String name,
        SchemaPhase phase,
        Instant enteredAt,
        Duration silence,
        boolean expired,
        boolean sessionsNamed) {

    @Override
    public String toString() {
        return name + " (" + instance + ") in " + phase + " since " + enteredAt
                + (silence.toSeconds() >= 10 ? ", silent for " + silence.toSeconds() + " s" : "");
    }
}
