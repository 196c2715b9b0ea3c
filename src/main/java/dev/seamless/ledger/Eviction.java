package dev.seamless.ledger;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Makes an expired instance gone: ends its database sessions, so that nothing it has begun can still be committed, and then takes
 * its place from it. A connection that it opens later confirms, and learns that it is gone.
 */
final class Eviction {

    private static final Logger LOG = LoggerFactory.getLogger(Eviction.class);

    private final Instance by;

    Eviction(Instance by) {
        this.by = by;
    }

    /** Whether the instance is gone now. */
    boolean evict(LedgerSession session, String instance) {
        FleetTable fleet = session.fleet();
        if (!fleet.lock(instance)) {
            return true;
        }
        List<String> pairs = fleet.pairsOf(instance);
        boolean expired = pairs.stream()
                .flatMap(pair -> fleet.of(pair).stream())
                .filter(member -> member.instance().equals(instance))
                .allMatch(member -> member.expired() && member.sessionsNamed());
        if (!expired || sessionsLeft(session, instance) > 0) {
            return false;
        }
        fleet.remove(instance);
        pairs.forEach(pair -> session.history().add(pair, by.name(), "gone", "instance " + instance));
        LOG.atInfo()
                .addKeyValue("instance", instance)
                .log("Instance {} has not been heard of, none of its sessions is left: it is gone", instance);
        return true;
    }

    private static int sessionsLeft(LedgerSession session, String instance) {
        try {
            return session.database().endSessions(session.connection(), instance);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The sessions of " + instance + " could not be ended", e);
        }
    }
}
