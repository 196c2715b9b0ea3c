package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Renames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.internal.util.config.ConfigurationHelper;
import org.jspecify.annotations.Nullable;

/**
 * Points every renamed attribute at the column that its phase reads.
 *
 * <p>Hibernate calls an {@link Integrator} when the boot model is complete, and before it makes persisters, SQL or a schema
 * of it.
 */
public final class RenamesIntegrator implements Integrator {

    private static final Set<String> FIXED_SCHEMA = Set.of("none", "validate");

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        List<RenamedMember> members = RenamedMembers.in(metadata);
        if (!members.isEmpty() && !isReadAheadOfTime(context)) {
            point(members, metadata, context, factory);
        }
        if (factory.getServiceRegistry().getService(ConnectionProvider.class)
                instanceof GuardedConnectionProvider provider) {
            OtherColumns.of(factory).map(TableColumn.in(metadata));
            factory.addObserver(provider);
        }
    }

    /** Spring Data reads its queries ahead of time by a factory of its own: it is given nothing, and never connects. */
    private static boolean isReadAheadOfTime(BootstrapContext context) {
        Map<String, Object> settings = context.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings();
        return Boolean.getBoolean("spring.aot.processing") && RenamesContributor.renames(settings) == null;
    }

    private static void point(
            List<RenamedMember> members,
            Metadata metadata,
            BootstrapContext context,
            SessionFactoryImplementor factory) {
        Map<String, Object> settings = context.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings();
        Renames renames = required(RenamesContributor.renames(settings), members.get(0));
        requireOneTenant(factory, members.get(0));
        RenamedColumns columns = new RenamedColumns((MetadataImplementor) metadata, renames, factory);
        columns.point(members);
        SqlFragments fragments = new SqlFragments(metadata);
        List<RenamedColumn> renamed = OtherColumns.of(factory).renamed();
        renamed.forEach(fragments::report);
        if (factory.getSessionFactoryOptions().getStatementInspector() instanceof ForeignSqlInspector inspector) {
            inspector.watch(renamed);
        }
        factory.addObserver(new SelfTest());
        factory.addObserver(new GeneratedKeys());
        checkSchema(new SchemaCheck(metadata, columns.expected()), factory, settings);
    }

    /** At once, unless Hibernate is yet to create or update the schema; not where it is told not to connect at start-up. */
    private static void checkSchema(
            SchemaCheck check, SessionFactoryImplementor factory, Map<String, Object> settings) {
        boolean mayConnect = ConfigurationHelper.getBoolean(JdbcSettings.ALLOW_METADATA_ON_BOOT, settings, true)
                && ConfigurationHelper.getBoolean(HibernateRenames.CHECK_SCHEMA, settings, true);
        boolean changesSchema = Stream.of(
                        SchemaToolingSettings.HBM2DDL_AUTO, SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION)
                .map(settings::get)
                .anyMatch(action -> action != null && !FIXED_SCHEMA.contains(action.toString()));
        if (mayConnect && changesSchema) {
            factory.addObserver(check);
        } else if (mayConnect) {
            check.run(factory);
        }
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

    private static void requireOneTenant(SessionFactoryImplementor factory, RenamedMember member) {
        if (factory.getSessionFactoryOptions().isMultiTenancyEnabled()) {
            throw new RefusedException(
                    member.name() + " is @Renamed, but its persistence unit serves several tenants, whose schemas would"
                            + " have to be in one phase.",
                    "Give each tenant a persistence unit of its own, or map both columns by hand.");
        }
    }
}
