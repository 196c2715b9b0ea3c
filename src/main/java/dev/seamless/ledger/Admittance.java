package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an instance comes to be counted, and ceases to be: the guard around its {@link Entry}. */
final class Admittance {

    private static final Logger LOG = LoggerFactory.getLogger(Admittance.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final Instance instance;
    private final FleetSettings settings;
    private final Sessions sessions;
    private final Entry entry;

    Admittance(Instance instance, FleetSettings settings, Sessions sessions) {
        this.instance = instance;
        this.settings = settings;
        this.sessions = sessions;
        this.entry = new Entry(instance, settings.expiry());
    }

    /**
     * Enters.
     *
     * @param atMost how long a refusal that is only due to somebody live is waited for
     * @return whether the instance is counted now: a pair that it maps is open
     * @throws RefusedException if a rule forbids it and the guard enforces the rules
     */
    boolean enter(LedgerRunner ledger, Mapped mapped, Duration atMost) {
        try {
            Answer answer =
                    patience(atMost).ask(ledger, session -> entry.enter(session, mapped, sessions.areNamed(), false));
            if (!answer.isGranted()) {
                ledger.run(session -> record(session, answer));
                throw answer.exception();
            }
            return answer.isCounted();
        } catch (RefusedException e) {
            return enterAllTheSame(ledger, mapped, e);
        }
    }

    private boolean enterAllTheSame(LedgerRunner ledger, Mapped mapped, RefusedException refused) {
        if (settings.guard() == Guard.ENFORCE) {
            throw refused;
        }
        if (settings.guard() == Guard.WARN) {
            LOG.warn("The guard only warns, so this instance starts all the same. {}", refused.getMessage());
        }
        return ledger.run(session -> entry.enter(session, mapped, sessions.areNamed(), true))
                .isCounted();
    }

    private Patience patience(Duration atMost) {
        Duration pause = settings.heartbeat().compareTo(LONGEST_PAUSE) < 0 ? settings.heartbeat() : LONGEST_PAUSE;
        return new Patience(instance, settings.guard() == Guard.ENFORCE ? atMost : Duration.ZERO, pause);
    }

    private boolean record(LedgerSession session, Answer answer) {
        for (Refusal refusal : answer.refusals()) {
            session.history()
                    .add(refusal.pair().key(), instance.name(), "refused", refusal.wanted() + ": " + refusal.rules());
        }
        return true;
    }

    /**
     * Gives the places of this instance back.
     *
     * @param always also those of open pairs, because the instance leaves
     * @return whether it is not counted any more
     */
    boolean withdraw(LedgerSession session, boolean always) {
        List<String> counted = session.fleet().pairsOf(instance.id());
        boolean open = session.pairs().all().stream().anyMatch(pair -> pair.isOpen() && counted.contains(pair.key()));
        if (open && !always) {
            return false;
        }
        session.fleet().remove(instance.id());
        counted.forEach(pair -> session.history().add(pair, instance.name(), "left", ""));
        return true;
    }
}
