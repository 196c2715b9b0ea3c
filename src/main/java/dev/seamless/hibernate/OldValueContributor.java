package dev.seamless.hibernate;

import dev.seamless.Renames;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataBuilderInitializer;
import org.hibernate.engine.config.spi.ConfigurationService;

/**
 * Has Hibernate convert the attributes of converting renames, as long as the old column is the one that is read.
 *
 * <p>This cannot wait for {@link RenamesIntegrator}: by then the types of attributes are resolved.
 */
public final class OldValueContributor implements MetadataBuilderInitializer {

    @Override
    public void contribute(MetadataBuilder builder, StandardServiceRegistry registry) {
        Renames renames = RenamesContributor.renames(
                registry.requireService(ConfigurationService.class).getSettings());
        if (renames != null && !renames.isEmpty()) {
            builder.applyAttributeConverter(new OldValuePlaceholder(renames));
        }
    }
}
