package dev.seamless.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's provider for a data source, which asks the {@link ConnectionGuard} first. To be given as the setting
 * {@code hibernate.connection.provider_class}, together with {@link ConnectionGuard#SETTING}.
 */
public class GuardedConnectionProvider extends DatasourceConnectionProviderImpl implements SessionFactoryObserver {

    private static final long serialVersionUID = 1;

    private transient @Nullable ConnectionGuard guard;
    private transient volatile boolean open;

    @Override
    public void configure(Map<String, Object> settings) {
        super.configure(settings);
        guard = (ConnectionGuard)
                Objects.requireNonNull(settings.get(ConnectionGuard.SETTING), ConnectionGuard.SETTING);
    }

    @Override
    public void sessionFactoryCreated(SessionFactory factory) {
        guard().opened(factory);
        open = true;
    }

    @Override
    public void sessionFactoryClosing(SessionFactory factory) {
        open = false;
    }

    @Override
    public void sessionFactoryClosed(SessionFactory factory) {
        guard().closed();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (open) {
            try {
                guard().use(connection);
            } catch (SQLException | RuntimeException e) {
                super.closeConnection(connection);
                throw e;
            }
        }
        return connection;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        guard().released(connection);
        super.closeConnection(connection);
    }

    private ConnectionGuard guard() {
        return Objects.requireNonNull(guard);
    }
}
