package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Standing;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The passes over the rows of a pair, as the ledger knows them: who may begin one, who works on which key range, and what its end
 * makes true. Any number of processes work on one pass.
 */
public final class Passes {

    private final Transactions ledger;
    private final Instance by;
    private final Duration expiry;
    private final Protocol protocol = new Protocol();
    private final PassAdmittance admittance;

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
        this.admittance = new PassAdmittance(this.ledger, by, expiry, protocol);
    }

    /**
     * How long a pass has to wait yet before it may begin. An instance that does not know of the pair yet is not counted, and
     * could write and leave unseen; after two expiries each has looked, and ended what it had begun before.
     */
    public Duration untilReady(Pair pair) {
        return ledger.run(session -> admittance.untilReady(admittance.record(session, pair)));
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
        admittance.makeSpoilersGone(direction, pair);
        return ledger.run(session -> {
            PairRecord record = admittance.record(session, pair);
            return isUnderWay(direction, record)
                    || !admittance
                            .requireAllowed(session, direction, record, Tables.require(session.connection(), pair))
                            .contains(direction.spoiledBy());
        });
    }

    /**
     * Begins a pass, or joins the one of the same direction that is under way.
     *
     * @throws RefusedException if a rule forbids it, or it is not ready
     */
    public BegunPass begin(Direction direction, Pair pair) {
        admittance.makeSpoilersGone(direction, pair);
        return ledger.run(session -> {
            TableState table = Tables.require(session.connection(), pair);
            PairRecord before =
                    session.pairs().lock(table.key().toString()).orElseThrow(() -> PassAdmittance.unrecorded(pair));
            Pass running = before.standing().pass();
            if (running != null && isUnderWay(direction, before)) {
                return new BegunPass(before.key(), direction, true, running.unspoiled());
            }
            Set<SchemaPhase> phases = admittance.requireAllowed(session, direction, before, table);
            Standing begun = protocol.beginPass(direction, before.standing(), phases);
            session.pairs().update(before.standing(begun));
            session.ranges().clear(before.key());
            session.ranges().plan(before.key());
            session.history().add(before.key(), by.name(), PassEvent.BEGAN.of(direction), begun.toString());
            return new BegunPass(before.key(), direction, false, !phases.contains(direction.spoiledBy()));
        });
    }

    /**
     * Begins nothing, and refuses what {@link #begin} would refuse by a rule.
     *
     * @throws RefusedException if a rule forbids the pass now
     */
    public void check(Direction direction, Pair pair) {
        ledger.run(session -> {
            PairRecord record = admittance.record(session, pair);
            if (!isUnderWay(direction, record)) {
                admittance.requireAllowed(session, direction, record, Tables.require(session.connection(), pair));
            }
            return true;
        });
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
                .filter(pair -> isUnderWay(pass.direction(), pair))
                .isPresent();
    }

    private static boolean isUnderWay(Direction direction, PairRecord pair) {
        Pass running = pair.standing().pass();
        return running != null && running.direction() == direction;
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
            if (running == null || !isUnderWay(pass.direction(), before) || !progress.whole()) {
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
            String key = admittance.record(session, pair).key();
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
