package dev.seamless.ledger;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The entry of an instance into the fleets of all pairs of a database: one transaction, all or nothing. */
final class Entry {

    private final Protocol protocol = new Protocol();
    private final Instance instance;
    private final Duration expiry;

    Entry(Instance instance, Duration expiry) {
        this.instance = instance;
        this.expiry = expiry;
    }

    /**
     * Enters, if every rule allows it.
     *
     * @param always whether to enter also where a rule forbids it; the facts that it makes false are cleared all the same
     * @return what forbids it, also where it entered all the same
     */
    Answer enter(LedgerSession session, Mapped mapped, boolean sessionsNamed, boolean always) {
        if (!Ledger.exists(session)) {
            if (!always) {
                requireNothingToGuard(session, mapped);
            }
            return Answer.GRANTED;
        }
        List<Place> places = new Places(session, instance, mapped, always).lock();
        List<Refusal> refusals = new ArrayList<>();
        for (Place place : places) {
            if (!always) {
                requirePhaseGiven(place);
            }
            refusal(session, place, refusals);
        }
        if (refusals.isEmpty() || always) {
            places.forEach(place -> take(session, place, sessionsNamed));
        }
        boolean entered = refusals.isEmpty() || always;
        return new Answer(
                List.copyOf(refusals),
                entered && places.stream().anyMatch(place -> place.pair().isOpen()));
    }

    private static void requireNothingToGuard(LedgerSession session, Mapped mapped) {
        for (Use use : mapped.uses()) {
            if (use.phase() != SchemaPhase.OLD) {
                Tables.find(session.connection(), use.pair())
                        .ifPresent(table -> Places.requireNothingToGuard(use, table));
            }
        }
    }

    private void refusal(LedgerSession session, Place place, List<Refusal> refusals) {
        List<Member> others = session.fleet().of(place.pair().key()).stream()
                .filter(member -> !member.instance().equals(instance.id()))
                .toList();
        Set<SchemaPhase> live = MigrationSteps.phases(others);
        Standing standing = place.pair().standing();
        List<Rule> broken = protocol.againstStart(place.phase(), standing, live);
        if (!broken.isEmpty()) {
            boolean alone =
                    protocol.againstStart(place.phase(), standing, Set.of()).isEmpty();
            refusals.add(new Refusal(
                    "phase " + place.phase(),
                    place.pair(),
                    broken,
                    others,
                    new Way(standing, live, place.columns()).towards(place.phase()),
                    alone));
        }
    }

    private void take(LedgerSession session, Place place, boolean sessionsNamed) {
        PairRecord pair = place.pair();
        Standing before = pair.standing();
        Standing after = protocol.start(place.phase(), before);
        boolean beyondOld = pair.beyondOld() || place.phase() != SchemaPhase.OLD;
        PairRecord entered = pair.standing(after).beyondOld(beyondOld).bornWithTable(false);
        if (!entered.equals(pair)) {
            session.pairs().update(entered);
        }
        Pass stopped = before.pass();
        if (stopped != null && after.pass() == null) {
            session.history().add(pair.key(), instance.name(), PassEvent.STOPPED.of(stopped.direction()), "");
            session.ranges().awaitWindows(pair.key());
            session.ranges().clear(pair.key());
        }
        if (pair.isOpen()) {
            session.fleet().arrive(instance, sessionsNamed, expiry);
            session.fleet().enter(pair.key(), instance.id(), place.phase());
            session.history().add(pair.key(), instance.name(), "entered", place.phase() + ", " + after);
        }
    }

    private static void requirePhaseGiven(Place place) {
        Use use = place.use();
        if (use != null
                && !use.phaseGiven()
                && use.phase() == SchemaPhase.OLD
                && place.pair().beyondOld()) {
            throw new RefusedException(
                    "No schema phase is configured for the rename '" + use.rename()
                            + "', but its fleet has been beyond OLD.",
                    "Set seamless.renames." + use.rename() + ".schema; to go back, say old.");
        }
    }
}
