package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * This instance in the fleet of one database: it enters before it serves, says that it lives while a pair is open, confirms with
 * each new connection that it is still counted, and leaves. An instance that others have made gone refuses every use of a
 * connection until it has entered again, by the rules.
 */
public final class Fleet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final Transactions ledger;
    private final Instance instance;
    private final FleetSettings settings;
    private final Consumer<Presence> observer;
    private final Admittance admittance;
    private final Sessions sessions;
    private final Heartbeat heartbeat;
    private final ReentrantLock transition = new ReentrantLock();

    private volatile Mapped mapped = Mapped.NOTHING;
    private volatile Presence presence = Presence.OUTSIDE;
    private volatile long lastLook;
    private volatile long lastBeat;
    private volatile boolean failed;
    private volatile @Nullable RefusedException refusal;

    /**
     * The fleet of the database that a ledger lies in.
     *
     * @param instance this instance; one for each data source
     * @param observer told when others have made this instance gone, and when it is back
     */
    public Fleet(Ledger ledger, Instance instance, FleetSettings settings, Consumer<Presence> observer) {
        this.ledger = ledger.transactions();
        this.instance = instance;
        this.settings = settings;
        this.observer = observer;
        this.sessions = new Sessions(instance, settings.findSessions());
        this.admittance = new Admittance(instance, settings, sessions);
        this.heartbeat = new Heartbeat(settings.heartbeat(), this::beat);
    }

    /** Adds what a persistence unit maps; the instance enters for it before the next use of a connection. */
    public void map(Mapped more) {
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

    /** This instance. */
    public Instance instance() {
        return instance;
    }

    /** How this instance stands to the fleet. */
    public Presence presence() {
        return presence;
    }

    /** Why this instance was last refused entry; {@code null} if it was not. */
    public @Nullable RefusedException refusal() {
        return refusal;
    }

    /**
     * Enters, before the instance serves. A refusal that is only due to somebody live is waited for, one expiry long.
     *
     * @throws RefusedException if a rule forbids it and the guard enforces the rules
     * @throws DataAccessException if the database is away; the instance then enters before it uses a connection
     */
    public void enter() {
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
        lastLook = asked;
        lastBeat = asked;
        if (presence == Presence.MEMBER) {
            heartbeat.start();
        }
        if (wasGone) {
            observer.accept(presence);
        }
    }

    /**
     * To be called with each connection that nobody has begun to use, before it is used for the entities of this instance.
     *
     * @throws SQLTransientConnectionException if this instance is not in the fleet, or not any longer, and may not enter
     */
    public void use(Connection connection) throws SQLException {
        if (mapped == Mapped.NOTHING) {
            return;
        }
        long asked = System.nanoTime();
        try {
            sessions.begin(connection);
            admit(connection);
        } catch (RefusedException | DataAccessException e) {
            sessions.released(connection);
            if (isInnocent(e, asked)) {
                return;
            }
            throw new SQLTransientConnectionException(
                    "This instance is not in the fleet of its database, and neither reads nor writes. "
                            + e.getMessage(),
                    e);
        } catch (SQLException | RuntimeException e) {
            sessions.released(connection);
            throw e;
        }
    }

    /** An application without a rename of its own is not stopped because it may not read the ledger. */
    private boolean isInnocent(RuntimeException failure, long asked) {
        if (!mapped.uses().isEmpty() || failure instanceof RefusedException) {
            return false;
        }
        if (!failed) {
            LOG.warn("The ledger cannot be asked for renames of other applications: {}", failure.getMessage());
        }
        failed = true;
        presence = Presence.UNCOUNTED;
        lastLook = asked;
        return true;
    }

    private void admit(Connection connection) throws SQLException {
        LedgerRunner runner = ledger.on(connection);
        long asked = System.nanoTime();
        if (presence == Presence.UNCOUNTED && isOver(lastLook, settings.expiry()) && !hasLedger(connection)) {
            lastLook = asked;
        }
        if (presence == Presence.OUTSIDE || presence == Presence.GONE) {
            sessions.released(connection); // whoever leaves or enters meanwhile must not wait for this one
            comeBack(runner);
            sessions.begin(connection);
        } else if (isOver(lastLook, settings.expiry())) {
            look(runner);
        } else if (presence == Presence.MEMBER
                && isOver(lastBeat, settings.heartbeat().multipliedBy(2))) {
            beat(runner);
        }
        boolean mayName = presence == Presence.MEMBER || !mapped.uses().isEmpty();
        if (mayName && sessions.name(connection, ledger.database(connection)) && presence == Presence.MEMBER) {
            beat(runner); // confirms, and waits for whoever is ending the sessions of this instance
        }
    }

    /** To be called when such a connection is given back. */
    public void released(Connection connection) {
        sessions.released(connection);
    }

    private boolean hasLedger(Connection connection) throws SQLException {
        boolean hasTables = ledger.database(connection).hasTables(connection);
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        return hasTables;
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    /** The first use before the start has come to an end waits as a start does; one that is gone knows at once. */
    private void comeBack(LedgerRunner runner) {
        if (presence == Presence.GONE) {
            lockSoon();
        } else {
            transition.lock();
        }
        try {
            if (presence == Presence.OUTSIDE) {
                enter(runner, refusal == null ? settings.expiry() : Duration.ZERO);
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

    /** Looks for pairs that were recorded or opened since the last look, and enters if one of them is mapped here. */
    private void look(LedgerRunner runner) {
        transition.lock();
        try {
            if (isOver(lastLook, settings.expiry())) {
                long asked = System.nanoTime();
                if (runner.run(session -> admittance.isNewsFor(session, mapped))) {
                    presence = Presence.GONE;
                    observer.accept(presence);
                    heartbeat.start();
                    enter(runner, Duration.ZERO);
                }
                lastLook = asked;
            }
        } finally {
            transition.unlock();
        }
    }

    private void beat() {
        if (presence == Presence.GONE) {
            comeBack(ledger);
        } else if (presence == Presence.MEMBER) {
            beat(ledger);
            if (presence == Presence.MEMBER && isOver(lastLook, settings.expiry())) {
                look(ledger);
                rest();
            }
        }
    }

    private void beat(LedgerRunner runner) {
        long asked = System.nanoTime();
        if (!runner.run(session -> session.fleet().beat(instance.id(), sessions.areNamed()))) {
            gone();
            comeBack(runner);
        }
        lastBeat = asked;
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

    /**
     * Leaves, when nothing of this instance is under way any more. What then uses a connection enters again. If a connection
     * stays in use, the instance stays counted, and expires.
     */
    public void leave() {
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

    @Override
    public void close() {
        leave();
    }
}
