package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** How this instance stands to the fleet, and each change of that: entering, beating, looking for news, being gone, leaving. */
final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class); // whose it is to a reader of the log
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final Transactions ledger;
    private final Instance instance;
    private final FleetSettings settings;
    private final Sessions sessions;
    private final Consumer<Presence> observer;
    private final Admittance admittance;
    private final Heartbeat heartbeat;
    private final Freshness freshness;
    private final ReentrantLock transition = new ReentrantLock();

    private volatile Mapped mapped = Mapped.NOTHING;
    private volatile Presence presence = Presence.OUTSIDE;
    private volatile @Nullable RefusedException refusal;
    private boolean failed;

    Membership(
            Transactions ledger,
            Instance instance,
            FleetSettings settings,
            Sessions sessions,
            Consumer<Presence> observer) {
        this.ledger = ledger;
        this.instance = instance;
        this.settings = settings;
        this.sessions = sessions;
        this.observer = observer;
        this.admittance = new Admittance(instance, settings, sessions);
        this.heartbeat = new Heartbeat(settings.heartbeat(), this::beat);
        this.freshness = new Freshness(settings);
    }

    Mapped mapped() {
        return mapped;
    }

    Presence presence() {
        return presence;
    }

    @Nullable
    RefusedException refusal() {
        return refusal;
    }

    /** As {@link Fleet#map}. */
    void map(Mapped more) {
        transition.lock();
        try {
            mapped = mapped.and(more);
            if (presence != Presence.GONE) {
                presence = Presence.OUTSIDE;
            }
        } finally {
            transition.unlock();
        }
    }

    /** As {@link Fleet#enter}. */
    void enter() {
        transition.lock();
        try {
            if (presence == Presence.OUTSIDE && mapped != Mapped.NOTHING) {
                enter(ledger, settings.expiry());
            }
        } finally {
            transition.unlock();
        }
    }

    private void enter(LedgerRunner runner, Duration patience) {
        boolean wasGone = presence == Presence.GONE;
        long asked = System.nanoTime(); // a pause between answer and note must not make the answer fresh
        try {
            presence = admittance.enter(runner, mapped, patience) ? Presence.MEMBER : Presence.UNCOUNTED;
        } catch (RefusedException e) {
            refusal = e;
            throw e;
        }
        refusal = null;
        freshness.looked(asked); // after the presence: whoever finds this look fresh reads what came of it
        freshness.beaten(asked);
        if (presence == Presence.MEMBER) {
            heartbeat.start();
        }
        if (wasGone) {
            observer.accept(presence);
        }
    }

    /** Notes that there was no news when the database was asked. */
    void hadNoNews(long asked) {
        freshness.looked(asked);
    }

    /** Whoever is counted has a heartbeat that looks in time, so that those who use connections need not. */
    boolean isLookDue() {
        return presence == Presence.MEMBER ? freshness.isLookOverdue() : freshness.isLookDue();
    }

    boolean isBeatOverdue() {
        return presence == Presence.MEMBER && freshness.isBeatOverdue();
    }

    /** The first use before the start has come to an end waits as a start does; one that is gone knows at once. */
    void comeBack(LedgerRunner runner) {
        if (presence == Presence.GONE) {
            lockSoon();
        } else {
            transition.lock();
        }
        try {
            if (presence == Presence.OUTSIDE) {
                unlessInnocent(() -> enter(runner, refusal == null ? settings.expiry() : Duration.ZERO));
            } else if (presence == Presence.GONE) {
                enter(runner, Duration.ZERO);
            }
        } finally {
            transition.unlock();
        }
    }

    /** Whoever is entering may need a connection, and this thread holds one: it waits for a moment only. */
    private void lockSoon() {
        try {
            if (!transition.tryLock(1, TimeUnit.SECONDS)) {
                throw new RefusedException("It is gone, and about to enter again.", "Try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("It is gone, and this thread was interrupted.", "Try again.");
        }
    }

    /**
     * Looks for pairs that were recorded or opened since the last look, and enters if one of them is mapped here.
     *
     * @param named whether the session of whoever asks has its name: it can be found if the instance comes to be counted
     *     meanwhile, and so need not wait for somebody else who looks, until the last look is too old
     */
    void look(LedgerRunner runner, boolean named) {
        if (named && !freshness.isLookOverdue()) {
            if (!transition.tryLock()) {
                return;
            }
        } else {
            transition.lock();
        }
        try {
            if (freshness.isLookDue()) {
                unlessInnocent(() -> lookAndEnter(runner));
            }
        } finally {
            transition.unlock();
        }
    }

    private void lookAndEnter(LedgerRunner runner) {
        long asked = System.nanoTime();
        if (runner.run(session -> admittance.isNewsFor(session, mapped))) {
            try {
                enter(runner, Duration.ZERO);
            } catch (RuntimeException e) {
                if (!isInnocent(e)) {
                    heartbeat.start();
                    presence = Presence.GONE;
                    observer.accept(presence);
                }
                throw e;
            }
        }
        freshness.looked(asked);
    }

    /** An application without a rename of its own is not stopped because it may not ask the ledger. */
    private void unlessInnocent(Runnable asking) {
        long asked = System.nanoTime();
        try {
            asking.run();
        } catch (DataAccessException e) {
            if (!isInnocent(e)) {
                throw e;
            }
            if (!failed) {
                LOG.warn("The ledger cannot be asked for renames of other applications: {}", e.getMessage());
            }
            failed = true;
            presence = Presence.UNCOUNTED;
            freshness.looked(asked);
        }
    }

    /** Whoever is counted, or was, has asked the ledger before: its place is not forgotten because the database is away. */
    private boolean isInnocent(RuntimeException failure) {
        return failure instanceof DataAccessException
                && mapped.uses().isEmpty()
                && (presence == Presence.OUTSIDE || presence == Presence.UNCOUNTED);
    }

    private void beat() {
        if (presence == Presence.GONE) {
            comeBack(ledger);
        } else if (presence == Presence.MEMBER) {
            beat(ledger);
            if (presence == Presence.MEMBER && freshness.isLookDue()) {
                look(ledger, false);
                rest();
            }
        }
    }

    void beat(LedgerRunner runner) {
        long asked = System.nanoTime();
        if (!runner.run(session -> session.fleet().beat(instance.id(), sessions.areNamed()))) {
            gone();
            comeBack(runner);
        }
        freshness.beaten(asked);
    }

    /** Once every pair is closed nobody needs to be counted, and an idle database may sleep. */
    private void rest() {
        transition.lock();
        try {
            if (presence == Presence.MEMBER && ledger.run(session -> admittance.withdraw(session, false))) {
                presence = Presence.UNCOUNTED;
                heartbeat.stop();
            }
        } finally {
            transition.unlock();
        }
    }

    private void gone() {
        transition.lock();
        try {
            if (presence != Presence.MEMBER) {
                return;
            }
            presence = Presence.GONE;
        } finally {
            transition.unlock();
        }
        LOG.atError()
                .addKeyValue("instance", instance.id())
                .log(
                        "This instance was silent for too long and is not counted in the fleet any more; it refuses reads and"
                                + " writes until it has entered again");
        observer.accept(presence);
    }

    /** As {@link Fleet#leave}. */
    void leave() {
        heartbeat.stop();
        transition.lock();
        boolean wasMember = presence == Presence.MEMBER;
        try {
            presence = Presence.OUTSIDE;
            if (wasMember && awaitEndOfUse()) {
                ledger.run(session -> admittance.withdraw(session, true));
            }
        } catch (DataAccessException e) {
            LOG.info("This instance could not leave the fleet, and will expire: {}", e.getMessage());
        } finally {
            transition.unlock();
        }
    }

    private boolean awaitEndOfUse() {
        long deadline = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        while (sessions.areInUse() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !sessions.areInUse();
    }
}
