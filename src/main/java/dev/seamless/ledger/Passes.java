package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The passes over the rows of a pair, as the ledger knows them: who may begin one, who works on which key range, and what its end
 * makes true. Any number of processes work on one pass.
 */
public final class Passes {

    private static final Logger LOG = LoggerFactory.getLogger(Passes.class);

    private final Transactions ledger;
    private final Instance by;
    private final Duration expiry;
    private final Protocol protocol = new Protocol();

    /**
     * The passes of a database.
     *
     * @param by who works on them, for the history
     * @param expiry that of the fleet's instances
     */
    public Passes(Ledger ledger, Instance by, Duration expiry) {
        this.ledger = ledger.transactions();
        this.by = by;
        this.expiry = expiry;
    }

    /**
     * How long a pass has to wait yet before it may begin. An instance that does not know of the pair yet is not counted, and
     * could write and leave unseen; after two expiries each has looked, and ended what it had begun before.
     */
    public Duration untilReady(Pair pair) {
        return ledger.run(session -> untilReady(record(session, pair)));
    }

    private Duration untilReady(PairRecord pair) {
        Duration left = expiry.multipliedBy(2).minus(pair.age());
        return pair.bornWithTable() || pair.standing().pass() != null || left.isNegative() ? Duration.ZERO : left;
    }

    /** How long an instance may be silent before it can be made gone. */
    public Duration expiry() {
        return expiry;
    }

    /**
     * Makes gone who would keep a pass that begins now from making its column current, and has been silent for longer than his
     * expiry.
     *
     * @return whether nobody else would; so too where such a pass is under way already
     * @throws RefusedException if a rule forbids the pass, or it is not ready
     */
    public boolean clearSpoilers(Direction direction, Pair pair) {
        makeSpoilersGone(direction, members(pair));
        return ledger.run(session -> {
            PairRecord record = record(session, pair);
            return isUnderWay(direction, record)
                    || !requireAllowed(session, direction, record, Tables.require(session.connection(), pair))
                            .contains(direction.spoiledBy());
        });
    }

    /**
     * Begins a pass, or joins the one of the same direction that is under way.
     *
     * @throws RefusedException if a rule forbids it, or it is not ready
     */
    public BegunPass begin(Direction direction, Pair pair) {
        makeSpoilersGone(direction, members(pair));
        return ledger.run(session -> {
            TableState table = Tables.require(session.connection(), pair);
            PairRecord before = session.pairs().lock(table.key().toString()).orElseThrow(() -> unrecorded(pair));
            Pass running = before.standing().pass();
            if (running != null && running.direction() == direction) {
                return new BegunPass(before.key(), direction, true, running.unspoiled());
            }
            Set<SchemaPhase> phases = requireAllowed(session, direction, before, table);
            Standing begun = protocol.beginPass(direction, before.standing(), phases);
            session.pairs().update(before.standing(begun));
            session.ranges().clear(before.key());
            session.ranges().plan(before.key());
            session.history().add(before.key(), by.name(), PassEvent.BEGAN.of(direction), begun.toString());
            return new BegunPass(before.key(), direction, false, !phases.contains(direction.spoiledBy()));
        });
    }

    private static boolean isUnderWay(Direction direction, PairRecord pair) {
        Pass running = pair.standing().pass();
        return running != null && running.direction() == direction;
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

    /** Somebody who was killed would spoil this pass and every later one, until somebody needs his place: the pass does. */
    private void makeSpoilersGone(Direction direction, List<Member> fleet) {
        for (Member member : fleet) {
            if (member.phase() == direction.spoiledBy() && member.expired() && member.sessionsNamed()) {
                try {
                    ledger.run(session -> new Eviction(by).evict(session, member.instance()));
                } catch (DataAccessException e) {
                    LOG.warn("The sessions of the expired instance {} could not be ended", member, e);
                }
            }
        }
    }

    /**
     * Begins nothing, and refuses what {@link #begin} would refuse by a rule.
     *
     * @throws RefusedException if a rule forbids the pass now
     */
    public void check(Direction direction, Pair pair) {
        ledger.run(session -> {
            PairRecord record = record(session, pair);
            if (!isUnderWay(direction, record)) {
                requireAllowed(session, direction, record, Tables.require(session.connection(), pair));
            }
            return true;
        });
    }

    /** Returns the phases of those who live. */
    private Set<SchemaPhase> requireAllowed(
            LedgerSession session, Direction direction, PairRecord pair, TableState table) {
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

    private static PairRecord record(LedgerSession session, Pair pair) {
        if (!Ledger.exists(session)) {
            throw unrecorded(pair);
        }
        TableState table = Tables.require(session.connection(), pair);
        return session.pairs().find(table.key().toString()).orElseThrow(() -> unrecorded(pair));
    }

    private static RefusedException unrecorded(Pair pair) {
        return new RefusedException(
                "The ledger has no record of " + pair + ": nobody knows which column is current.",
                "Next move: expand. It adds the new column, and records the pair.");
    }

    /**
     * One transaction of a worker: it locks a range, and then reads whether the pass still runs, so that whoever stops it and
     * then locks the ranges knows that nothing of it is under way. It does not lock the pair: a start would starve.
     *
     * @throws org.springframework.dao.DataAccessException if it did not come about; nothing has changed then
     */
    public Turn turn(BegunPass pass, RangeWork work) {
        return ledger.attempt(session -> {
            RangeTable ranges = session.ranges();
            Optional<KeyRange> range = ranges.claim(pass.key());
            Optional<KeyRange> rest = range.isPresent() ? range : ranges.claimRest(pass.key());
            Optional<KeyRange> free =
                    range.isPresent() || rest.isEmpty() ? Optional.empty() : ranges.claimFree(pass.key());
            if (!runs(session, pass)) {
                return Turn.STOPPED;
            }
            if (range.isPresent()) {
                ranges.store(pass.key(), work.window(session.connection(), range.get()));
                return Turn.WORKED;
            }
            if (rest.isPresent() && free.isPresent()) {
                new Cut(session, pass.key(), work).cut(rest.get(), free.get());
                return Turn.CUT;
            }
            return ranges.progress(pass.key()).whole() ? Turn.WHOLE : Turn.BUSY;
        });
    }

    private static boolean runs(LedgerSession session, BegunPass pass) {
        return session.pairs()
                .find(pass.key())
                .map(pair -> pair.standing().pass())
                .filter(running -> running.direction() == pass.direction())
                .isPresent();
    }

    /**
     * Ends a pass that is whole: one that nobody has spoiled, and that left no row behind, makes the column that it filled
     * current.
     */
    public EndedPass end(BegunPass pass) {
        return ledger.run(session -> {
            PairRecord before = session.pairs().lock(pass.key()).orElseThrow();
            Pass running = before.standing().pass();
            PassProgress progress = session.ranges().progress(pass.key());
            if (running == null || running.direction() != pass.direction() || !progress.whole()) {
                return new EndedPass(PassEnd.GONE, progress);
            }
            PassEnd end =
                    progress.left() > 0 ? PassEnd.LEFT_ROWS : running.unspoiled() ? PassEnd.MARKED : PassEnd.SPOILED;
            close(session, before, end == PassEnd.MARKED, PassEvent.ENDED.of(pass.direction()), end.sentence());
            return new EndedPass(end, progress);
        });
    }

    /** Stops the pass of a pair by a person's word; whether one was under way. */
    public boolean stop(Pair pair) {
        return ledger.run(session -> {
            String key = record(session, pair).key();
            PairRecord before = session.pairs().lock(key).orElseThrow();
            Pass running = before.standing().pass();
            if (running == null) {
                return false;
            }
            session.ranges().awaitWindows(key);
            close(session, before, false, PassEvent.STOPPED.of(running.direction()), "by hand");
            return true;
        });
    }

    private void close(LedgerSession session, PairRecord before, boolean marks, String what, String why) {
        Standing standing = before.standing();
        PassProgress progress = session.ranges().progress(before.key());
        Pass pass = new Pass(Objects.requireNonNull(standing.pass()).direction(), marks);
        Standing after = protocol.endPass(new Standing(
                standing.oldCurrent(), standing.newCurrent(), standing.barred(), standing.migration(), pass));
        session.pairs().update(before.standing(after));
        session.ranges().clear(before.key());
        session.history().add(before.key(), by.name(), what, why + "; " + progress + ", " + after);
    }

    /** How far a pass has come; empty if it is not under way any more. */
    public Optional<PassProgress> progress(BegunPass pass) {
        return ledger.run(
                session -> runs(session, pass) ? Optional.of(session.ranges().progress(pass.key())) : Optional.empty());
    }
}
