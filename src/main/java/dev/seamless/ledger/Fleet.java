package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * This instance in the fleet of one database: it enters before it serves, says that it lives while a pair is open, confirms with
 * each new connection that it is still counted, and leaves. An instance that others have made gone refuses every use of a
 * connection until it has entered again, by the rules.
 */
public final class Fleet implements AutoCloseable {

    private final Transactions ledger;
    private final Instance instance;
    private final Sessions sessions;
    private final Membership membership;

    /**
     * The fleet of the database that a ledger lies in.
     *
     * @param instance this instance; one for each data source
     * @param observer told when others have made this instance gone, and when it is back
     */
    public Fleet(Ledger ledger, Instance instance, FleetSettings settings, Consumer<Presence> observer) {
        this(ledger, instance, settings, observer, System::nanoTime);
    }

    Fleet(Ledger ledger, Instance instance, FleetSettings settings, Consumer<Presence> observer, LongSupplier clock) {
        this.ledger = ledger.transactions();
        this.instance = instance;
        this.sessions = new Sessions(instance, settings.findSessions());
        this.membership = new Membership(this.ledger, instance, settings, sessions, observer, clock);
    }

    /** Adds what a persistence unit maps; the instance enters for it before the next use of a connection. */
    public void map(Mapped more) {
        membership.map(more);
    }

    /** This instance. */
    public Instance instance() {
        return instance;
    }

    /** How this instance stands to the fleet. */
    public Presence presence() {
        return membership.presence();
    }

    /** Why this instance was last refused entry; {@code null} if it was not. */
    public @Nullable RefusedException refusal() {
        return membership.refusal();
    }

    /**
     * Enters, before the instance serves. A refusal that is only due to somebody live is waited for, one expiry long.
     *
     * @throws RefusedException if a rule forbids it and the guard enforces the rules
     * @throws DataAccessException if the database is away; the instance then enters before it uses a connection
     */
    public void enter() {
        membership.enter();
    }

    /**
     * To be called with each connection that nobody has begun to use, before it is used for the entities of this instance.
     *
     * @throws SQLTransientConnectionException if this instance is not in the fleet, or not any longer, and may not enter
     */
    public void use(Connection connection) throws SQLException {
        if (membership.mapped() == Mapped.NOTHING) {
            return;
        }
        try {
            sessions.begin(connection);
            admit(connection);
        } catch (RefusedException | DataAccessException e) {
            sessions.released(connection);
            throw new SQLTransientConnectionException(
                    "This instance is not in the fleet of its database, and neither reads nor writes. "
                            + e.getMessage(),
                    e);
        } catch (SQLException | RuntimeException e) {
            sessions.released(connection);
            throw e;
        }
    }

    /** Again where the instance has become gone, or has left, between the question and its answer. */
    private void admit(Connection connection) throws SQLException {
        do {
            ask(connection);
        } while (!membership.mayUse());
    }

    private void ask(Connection connection) throws SQLException {
        LedgerRunner runner = ledger.on(connection);
        if (!membership.mayUse()) {
            sessions.released(connection); // whoever leaves or enters meanwhile must not wait for this one
            membership.comeBack(runner);
            sessions.begin(connection);
        } else if (membership.isLookDue()) {
            membership.look(runner, sessions.isNamed(connection));
        } else if (membership.isBeatOverdue()) {
            membership.beat(runner);
        }
        boolean mayName = isMember() || !membership.mapped().uses().isEmpty();
        if (mayName && sessions.name(connection, ledger.database(connection)) && isMember()) {
            membership.beat(runner); // confirms, and waits for whoever is ending the sessions of this instance
        }
    }

    private boolean isMember() {
        return membership.presence() == Presence.MEMBER;
    }

    /** To be called when such a connection is given back. */
    public void released(Connection connection) {
        sessions.released(connection);
    }

    /**
     * Leaves, when nothing of this instance is under way any more. What then uses a connection enters again. If a connection
     * stays in use, the instance stays counted, and expires.
     */
    public void leave() {
        membership.leave();
    }

    @Override
    public void close() {
        leave();
    }
}
