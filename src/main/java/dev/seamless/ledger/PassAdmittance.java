package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.protocol.Way;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Whether a pass may begin: the pair is recorded, and has been for long enough; no rule forbids it; and nobody spoils it who
 * does not live any more.
 */
final class PassAdmittance {

    private static final Logger LOG = LoggerFactory.getLogger(PassAdmittance.class);

    private final Transactions ledger;
    private final Instance by;
    private final Duration expiry;
    private final Protocol protocol;

    PassAdmittance(Transactions ledger, Instance by, Duration expiry, Protocol protocol) {
        this.ledger = ledger;
        this.by = by;
        this.expiry = expiry;
        this.protocol = protocol;
    }

    /** As {@link Passes#untilReady}. */
    Duration untilReady(PairRecord pair) {
        Duration left = expiry.multipliedBy(2).minus(pair.age());
        return pair.bornWithTable() || pair.standing().pass() != null || left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Somebody who was killed would spoil this pass and every later one, until somebody needs his place: the pass does.
     *
     * @throws RefusedException if it is not ready
     */
    void makeSpoilersGone(Direction direction, Pair pair) {
        for (Member member : members(pair)) {
            if (member.phase() == direction.spoiledBy() && member.expired() && member.sessionsNamed()) {
                try {
                    ledger.run(session -> new Eviction(by).evict(session, member.instance()));
                } catch (DataAccessException e) {
                    LOG.warn("The sessions of the expired instance {} could not be ended", member, e);
                }
            }
        }
    }

    /** Who is at work on a pair for which a pass may begin. */
    private List<Member> members(Pair pair) {
        return ledger.run(session -> {
            PairRecord record = record(session, pair);
            Duration wait = untilReady(record);
            if (!wait.isZero()) {
                throw new RefusedException(
                        "The ledger knows " + pair + " for too short a time: not every instance has looked for it.",
                        "Begin the pass in " + wait.toSeconds() + " s.");
            }
            return session.fleet().of(record.key());
        });
    }

    /**
     * Returns the phases of those who live.
     *
     * @throws RefusedException if a rule forbids the pass
     */
    Set<SchemaPhase> requireAllowed(LedgerSession session, Direction direction, PairRecord pair, TableState table) {
        List<Member> live = session.fleet().of(pair.key());
        Set<SchemaPhase> phases = MigrationSteps.phases(live);
        List<Rule> broken = protocol.againstPass(direction, pair.standing(), table.columns());
        if (!broken.isEmpty()) {
            throw refused(direction, pair, broken, live, new Way(pair.standing(), phases, table.columns()));
        }
        return phases;
    }

    private static RefusedException refused(
            Direction direction, PairRecord pair, List<Rule> broken, List<Member> live, Way way) {
        Refusal refusal = new Refusal(
                "a " + direction + " pass",
                pair,
                broken,
                live,
                direction == Direction.FORWARD ? way.forth() : way.back(),
                false);
        return new RefusedException(refusal.description(), refusal.action());
    }

    /**
     * Returns the record of the pair.
     *
     * @throws RefusedException if there is none
     */
    PairRecord record(LedgerSession session, Pair pair) {
        if (!Ledger.exists(session)) {
            throw unrecorded(pair);
        }
        TableState table = Tables.require(session.connection(), pair);
        return session.pairs().find(table.key().toString()).orElseThrow(() -> unrecorded(pair));
    }

    static RefusedException unrecorded(Pair pair) {
        return new RefusedException(
                "The ledger has no record of " + pair + ": nobody knows which column is current.",
                "Next move: expand. It adds the new column, and records the pair.");
    }
}
