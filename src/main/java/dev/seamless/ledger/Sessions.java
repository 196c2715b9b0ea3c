package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The database sessions of this instance: which are in use, and which carry its name, so that others can find and end them. */
final class Sessions {

    /** The instance that each session was last named after: two fleets of one process may share a pool. */
    private static final Map<Connection, String> NAMED = Collections.synchronizedMap(new WeakHashMap<>());

    private final Instance instance;
    private final boolean find;
    private volatile boolean namingFails;
    private final Set<Connection> inUse =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Set<Connection> unnamedInUse =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    Sessions(Instance instance, boolean find) {
        this.instance = instance;
        this.find = find;
    }

    /** Notes that a connection is in use from now on: before anybody decides by what the instance is. */
    void begin(Connection connection) throws SQLException {
        inUse.add(connection);
        if (!instance.id().equals(NAMED.get(connection.unwrap(Connection.class)))) {
            unnamedInUse.add(connection);
        }
    }

    /**
     * Gives the session of a connection in use the name of the instance, if it has none yet.
     *
     * @return whether the session is new to the fleet
     */
    boolean name(Connection connection, LedgerDatabase database) throws SQLException {
        if (isNamed(connection)) {
            return false;
        }
        boolean isNamed = find && database.name(connection, instance.id());
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        namingFails = !isNamed;
        if (isNamed) {
            NAMED.put(connection.unwrap(Connection.class), instance.id());
            unnamedInUse.remove(connection);
        }
        return true;
    }

    /** Whether the session of a connection in use has its name already. */
    boolean isNamed(Connection connection) {
        return !unnamedInUse.contains(connection);
    }

    void released(Connection connection) {
        inUse.remove(connection);
        unnamedInUse.remove(connection);
    }

    /** Whether each session in use can be found by its name. */
    boolean areNamed() {
        return find && !namingFails && unnamedInUse.isEmpty();
    }

    /** Whether none is in use any more, or comes to be given back in time. */
    boolean awaitEndOfUse(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!inUse.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return inUse.isEmpty();
    }
}
