package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
    private final News news;
    private final Heartbeat heartbeat;
    private final Freshness freshness;
    private final ReentrantLock transition = new ReentrantLock();

    private volatile Mapped mapped = Mapped.NOTHING;
    private volatile Presence presence = Presence.OUTSIDE;
    private volatile @Nullable RefusedException refusal;
    private boolean toldGone;
    private boolean counted; // by the ledger, as far as is known here

    Membership(
            Transactions ledger,
            Instance instance,
            FleetSettings settings,
            Sessions sessions,
            Consumer<Presence> observer,
            LongSupplier clock) {
        this.ledger = ledger;
        this.instance = instance;
        this.settings = settings;
        this.sessions = sessions;
        this.observer = observer;
        this.admittance = new Admittance(instance, settings, sessions);
        this.news = new News(instance);
        this.heartbeat = new Heartbeat(settings.heartbeat(), this::beat);
        this.freshness = new Freshness(clock, settings);
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
                enterAsStart(ledger, settings.expiry());
            }
        } finally {
            transition.unlock();
        }
    }

    private void enter(LedgerRunner runner, Duration patience) {
        long asked = freshness.now(); // a pause between answer and note must not make the answer fresh
        boolean isCounted;
        try {
            isCounted = admittance.enter(runner, mapped, patience);
        } catch (RefusedException e) {
            refusal = e;
            throw e;
        }
        goOn(isCounted, asked);
    }

    private void goOn(boolean isCounted, long asked) {
        presence = isCounted ? Presence.MEMBER : Presence.UNCOUNTED;
        refusal = null;
        freshness.looked(asked); // after the presence: whoever finds this look fresh reads what came of it
        freshness.beaten(asked);
        counted = isCounted;
        if (isCounted) {
            heartbeat.start();
        }
        if (toldGone) {
            toldGone = false;
            observer.accept(presence);
        }
    }

    private void beGone() {
        presence = Presence.GONE;
        toldGone = true;
        observer.accept(presence);
    }

    /** Whether what is under way may read and write: it has entered, and is not gone. */
    boolean mayUse() {
        return presence == Presence.MEMBER || presence == Presence.UNCOUNTED;
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
        lockToEnter();
        try {
            if (presence == Presence.OUTSIDE) {
                enterAsStart(runner, refusal == null ? settings.expiry() : Duration.ZERO);
            } else if (presence == Presence.GONE) {
                enter(runner, Duration.ZERO);
            }
        } finally {
            transition.unlock();
        }
    }

    private void comeBackIfGone(LedgerRunner runner) {
        lockToEnter();
        try {
            if (presence == Presence.GONE) {
                enter(runner, Duration.ZERO);
            }
        } finally {
            transition.unlock();
        }
    }

    private void enterAsStart(LedgerRunner runner, Duration patience) {
        long asked = freshness.now();
        if (mapped.uses().isEmpty() && askForNews(runner) == News.Told.NO_ANSWER) {
            goOn(false, asked);
        } else {
            enter(runner, patience);
        }
    }

    /**
     * Whoever holds the lock may need a connection, and this thread holds one: it waits no longer than a start does, and for a
     * moment only where a heartbeat is at work.
     */
    private void lockToEnter() {
        boolean beats = presence == Presence.MEMBER || presence == Presence.GONE;
        Duration most = beats ? Duration.ofSeconds(1) : settings.expiry();
        try {
            if (!transition.tryLock(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RefusedException("It is about to enter.", "Try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("It is about to enter, and this thread was interrupted.", "Try again.");
        }
    }

    /**
     * Looks for pairs that were recorded or opened since the last look, and enters if one of them is mapped here.
     *
     * @param mayGoOn whether whoever asks need not wait for somebody else who looks, until the last look is too old: its session
     *     has its name, and will be found if the instance comes to be counted meanwhile
     */
    void look(LedgerRunner runner, boolean mayGoOn) {
        if (!mayGoOn || freshness.isLookOverdue()) {
            lockToEnter();
        } else if (!transition.tryLock()) {
            return;
        }
        try {
            if (mayUse() && freshness.isLookDue()) {
                lookNow(runner, mayGoOn);
            }
        } finally {
            transition.unlock();
        }
    }

    private void lookNow(LedgerRunner runner, boolean mayGoOn) {
        long asked = freshness.now();
        News.Told told;
        try {
            told = askForNews(runner);
        } catch (DataAccessException e) {
            if (mayGoOn && !freshness.isLookOverdue()) {
                LOG.debug("The ledger could not be asked; the last look holds until its expiry is over", e);
                return;
            }
            throw e;
        }
        switch (told) {
            case NOTHING -> freshness.looked(asked);
            case OPENED -> enterOrBeGone(runner);
            case NO_ANSWER -> goOn(false, asked);
        }
    }

    private News.Told askForNews(LedgerRunner runner) {
        return news.ask(runner, mapped, presence == Presence.MEMBER, counted);
    }

    private void enterOrBeGone(LedgerRunner runner) {
        try {
            enter(runner, Duration.ZERO);
        } catch (RuntimeException e) {
            heartbeat.start();
            beGone();
            throw e;
        }
    }

    private void beat() {
        if (presence == Presence.GONE) {
            comeBackIfGone(ledger);
        } else if (presence == Presence.MEMBER) {
            beat(ledger);
            if (presence == Presence.MEMBER && freshness.isLookDue()) {
                look(ledger, true);
                rest();
            }
        }
    }

    void beat(LedgerRunner runner) {
        long asked = freshness.now();
        if (!runner.run(session -> session.fleet().beat(instance.id(), sessions.areNamed()))) {
            gone();
            comeBackIfGone(runner);
        }
        freshness.beaten(asked);
    }

    /** Once every pair is closed nobody needs to be counted, and an idle database may sleep. */
    private void rest() {
        transition.lock();
        try {
            if (presence == Presence.MEMBER && ledger.run(session -> admittance.withdraw(session, false))) {
                presence = Presence.UNCOUNTED;
                counted = false;
                heartbeat.stop();
            }
        } finally {
            transition.unlock();
        }
    }

    private void gone() {
        lockToEnter();
        try {
            if (presence != Presence.MEMBER) {
                return;
            }
            counted = false;
            beGone();
        } finally {
            transition.unlock();
        }
        LOG.atError()
                .addKeyValue("instance", instance.id())
                .log(
                        "This instance was silent for too long and is not counted in the fleet any more; it refuses reads and"
                                + " writes until it has entered again");
    }

    /** As {@link Fleet#leave}. */
    void leave() {
        heartbeat.stop();
        transition.lock();
        try {
            presence = Presence.OUTSIDE;
            if (counted && sessions.awaitEndOfUse(LONGEST_FAREWELL)) {
                ledger.run(session -> admittance.withdraw(session, true));
                counted = false;
            }
        } catch (DataAccessException e) {
            LOG.info("This instance could not leave the fleet, and will expire: {}", e.getMessage());
        } finally {
            transition.unlock();
        }
    }
}
