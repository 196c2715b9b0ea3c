package dev.seamless.hibernate;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.engine.jdbc.env.internal.JdbcEnvironmentInitiator;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** Wraps the {@link JdbcEnvironment} that Hibernate would have used, because it holds the SQL AST translator factory. */
final class DualEnvironmentInitiator implements StandardServiceInitiator<JdbcEnvironment> {

    @Override
    public Class<JdbcEnvironment> getServiceInitiated() {
        return JdbcEnvironment.class;
    }

    @Override
    public JdbcEnvironment initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
        return new DualEnvironment(JdbcEnvironmentInitiator.INSTANCE.initiateService(settings, registry));
    }
}
