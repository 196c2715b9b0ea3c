package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Renames;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.service.spi.ServiceContributor;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the two Hibernate services that the dual write needs and watches foreign SQL, if the factory is given any rename;
 * does nothing otherwise.
 */
public final class RenamesContributor implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        Renames renames = renames(builder.getSettings());
        if (renames != null && !renames.isEmpty()) {
            builder.addInitiator(new DualExecutorInitiator());
            builder.addInitiator(new DualEnvironmentInitiator());
            watchForeignSql(builder);
        }
        if (builder.getSettings().get(ConnectionGuard.SETTING) != null) {
            guardConnections(builder, renames != null && !renames.isEmpty());
        }
    }

    private static void guardConnections(StandardServiceRegistryBuilder builder, boolean required) {
        Object provider = builder.getSettings().get(JdbcSettings.CONNECTION_PROVIDER);
        if (provider == null) {
            builder.applySetting(JdbcSettings.CONNECTION_PROVIDER, new GuardedConnectionProvider());
        } else if (required) {
            throw new RefusedException(
                    "A persistence unit with @Renamed attributes has a connection provider of its own (" + provider
                            + "), which does not ask whether this instance is still in the fleet.",
                    "Give it a data source instead of " + JdbcSettings.CONNECTION_PROVIDER
                            + ", or set seamless.guard to off.");
        }
    }

    private static void watchForeignSql(StandardServiceRegistryBuilder builder) {
        Map<String, Object> settings = builder.getSettings();
        ForeignSql foreign = (ForeignSql) settings.getOrDefault(ForeignSql.SETTING, ForeignSql.DEFAULT);
        if (foreign.policy() != ForeignSql.Policy.OFF) {
            StatementInspector application = builder.getBootstrapServiceRegistry()
                    .requireService(StrategySelector.class)
                    .resolveStrategy(StatementInspector.class, settings.get(JdbcSettings.STATEMENT_INSPECTOR));
            builder.applySetting(JdbcSettings.STATEMENT_INSPECTOR, new ForeignSqlInspector(foreign, application));
        }
    }

    static @Nullable Renames renames(Map<String, Object> settings) {
        return (Renames) settings.get(HibernateRenames.SETTING);
    }
}
