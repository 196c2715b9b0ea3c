package dev.seamless.hibernate;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.engine.jdbc.mutation.internal.MutationExecutorServiceInitiator;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** Wraps the {@link MutationExecutorService} that Hibernate would have used. */
final class DualExecutorInitiator implements StandardServiceInitiator<MutationExecutorService> {

    @Override
    public Class<MutationExecutorService> getServiceInitiated() {
        return MutationExecutorService.class;
    }

    @Override
    public MutationExecutorService initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
        return new DualExecutorService(MutationExecutorServiceInitiator.INSTANCE.initiateService(settings, registry));
    }
}
