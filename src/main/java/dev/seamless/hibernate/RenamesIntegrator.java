package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Renames;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Points every renamed attribute at the column that its phase reads.
 *
 * <p>Hibernate calls an {@link Integrator} when the boot model is complete, and before it makes persisters, SQL or a schema
 * of it.
 */
public final class RenamesIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        List<RenamedMember> members = RenamedMembers.in(metadata);
        if (members.isEmpty()) {
            return;
        }
        Renames renames = required(settings(context), members.get(0));
        RenamedColumns columns = new RenamedColumns((MetadataImplementor) metadata, renames, factory);
        members.forEach(columns::point);
        factory.addObserver(new SelfTest());
    }

    private static @Nullable Renames settings(BootstrapContext context) {
        return RenamesContributor.renames(context.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings());
    }

    private static Renames required(@Nullable Renames renames, RenamedMember member) {
        if (renames == null) {
            throw new RefusedException(
                    member.name()
                            + " is @Renamed, but its persistence unit was given no renames, so no phase is known.",
                    "Set its property " + HibernateRenames.SETTING + " to the Renames of the application.");
        }
        return renames;
    }
}
