package dev.seamless.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.SessionFactory;

/**
 * Asked before a session factory uses a connection for its entities, and told when the connection is given back. What Hibernate
 * does while it starts, such as reading metadata or creating tables, is not asked for.
 */
public interface ConnectionGuard {

    /** The setting of the session factory that holds its guard; without it nobody is asked. */
    String SETTING = "seamless.connection-guard";

    /** Called once, when the factory is complete. */
    void opened(SessionFactory factory);

    /**
     * Called with a connection that nobody has begun to use.
     *
     * @throws SQLException if the connection must not be used
     */
    void use(Connection connection) throws SQLException;

    /** Called when the factory is done with such a connection, before it goes back to its pool. */
    void released(Connection connection);

    /** Called when the factory is closed. */
    void closed();
}
