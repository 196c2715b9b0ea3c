package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The database sessions of this instance: which are in use, and which carry its name, so that others can find and end them. */
final class Sessions {

    private final Instance instance;
    private final boolean find;
    private final Map<Connection, Boolean> named = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<Connection> inUse =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Set<Connection> unnamedInUse =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    Sessions(Instance instance, boolean find) {
        this.instance = instance;
        this.find = find;
    }

    /**
     * Notes that a connection is about to be used, and gives its session the name of the instance if it has none yet.
     *
     * @param mayName whether the instance has reason to be found; without, it does not touch the session
     * @return whether the session is new to the fleet
     */
    boolean use(Connection connection, LedgerDatabase database, boolean mayName) throws SQLException {
        inUse.add(connection);
        Connection physical = connection.unwrap(Connection.class);
        if (named.containsKey(physical)) {
            return false;
        }
        if (!mayName) {
            unnamedInUse.add(connection);
            return false;
        }
        boolean isNamed = find && database.name(connection, instance.id());
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        if (isNamed) {
            named.put(physical, true);
        } else {
            unnamedInUse.add(connection);
        }
        return true;
    }

    void released(Connection connection) {
        inUse.remove(connection);
        unnamedInUse.remove(connection);
    }

    /** Whether each session in use can be found by its name. */
    boolean areNamed() {
        return find && unnamedInUse.isEmpty();
    }

    boolean areInUse() {
        return !inUse.isEmpty();
    }
}
