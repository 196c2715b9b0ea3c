package dev.seamless.hibernate;

import org.hibernate.service.spi.SessionFactoryServiceContributor;
import org.hibernate.service.spi.SessionFactoryServiceInitiator;
import org.hibernate.service.spi.SessionFactoryServiceInitiatorContext;
import org.hibernate.service.spi.SessionFactoryServiceRegistryBuilder;

/** Gives every session factory a rule of its own, so that factories in one JVM may be in different phases. */
public final class OtherColumnsContributor
        implements SessionFactoryServiceContributor, SessionFactoryServiceInitiator<OtherColumns> {

    @Override
    public void contribute(SessionFactoryServiceRegistryBuilder builder) {
        builder.addInitiator(this);
    }

    @Override
    public Class<OtherColumns> getServiceInitiated() {
        return OtherColumns.class;
    }

    @Override
    public OtherColumns initiateService(SessionFactoryServiceInitiatorContext context) {
        return new OtherColumns();
    }
}
