package dev.seamless.hibernate;

import dev.seamless.Renames;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;
import org.jspecify.annotations.Nullable;

/** Replaces the two Hibernate services that the dual write needs, if the factory is given any rename; else nothing. */
public final class RenamesContributor implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        Renames renames = renames(builder.getSettings());
        if (renames != null && !renames.isEmpty()) {
            builder.addInitiator(new DualExecutorInitiator());
            builder.addInitiator(new DualEnvironmentInitiator());
        }
    }

    static @Nullable Renames renames(Map<String, Object> settings) {
        return (Renames) settings.get(HibernateRenames.SETTING);
    }
}
