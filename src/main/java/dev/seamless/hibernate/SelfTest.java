package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinatorStandard;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.sql.model.MutationOperationGroup;

/**
 * Asks every hook, when the factory is complete, for the SQL of every pair in a middle phase: a Hibernate that bypasses one
 * of them fails the start instead of losing writes.
 */
final class SelfTest implements SessionFactoryObserver {

    private static final long serialVersionUID = 1;

    @Override
    public void sessionFactoryCreated(SessionFactory created) {
        SessionFactoryImplementor factory = created.unwrap(SessionFactoryImplementor.class);
        OtherColumns others = OtherColumns.of(factory);
        if (!others.isEmpty()) {
            require(
                    factory.getServiceRegistry().requireService(MutationExecutorService.class)
                            instanceof DualExecutorService,
                    others.all().get(0),
                    "the values of a flush");
        }
        for (OtherColumn other : others.all()) {
            requireFlush(other, factory);
            requireQuery(other, factory);
        }
    }

    private static void requireFlush(OtherColumn other, SessionFactoryImplementor factory) {
        EntityPersister persister = factory.getMappingMetamodel()
                .getEntityDescriptor(other.renamed().entity());
        InsertCoordinatorStandard insert = (InsertCoordinatorStandard) persister.getInsertCoordinator();
        requireBoth(insert.generateStaticOperationGroup(), other, "the insert of a flush");
        requireBoth(persister.getUpdateCoordinator().getStaticMutationOperationGroup(), other, "the update of a flush");
        requireBoth(persister.getMergeCoordinator().getStaticMutationOperationGroup(), other, "the upsert");
    }

    private static void requireBoth(MutationOperationGroup group, OtherColumn other, String hook) {
        for (int i = 0; i < group.getNumberOfOperations(); i++) {
            boolean read = group.getOperation(i).findValueDescriptor(other.readColumn(), ParameterUsage.SET) != null;
            boolean written = group.getOperation(i).findValueDescriptor(other.column(), ParameterUsage.SET) != null;
            if (group.getOperation(i).getTableDetails().getTableName().equals(other.table())) {
                require(read == written, other, hook);
            }
        }
    }

    private static void requireQuery(OtherColumn other, SessionFactoryImplementor factory) {
        var string = factory.getTypeConfiguration().getBasicTypeForJavaType(String.class);
        ColumnReference read = new ColumnReference((String) null, other.readColumn(), false, null, string);
        UpdateStatement update = new UpdateStatement(
                new NamedTableReference(other.table(), "t"),
                new java.util.ArrayList<>(List.of(new Assignment(read, new QueryLiteral<>(null, string)))),
                null);
        String sql = factory.getJdbcServices()
                .getJdbcEnvironment()
                .getSqlAstTranslatorFactory()
                .buildMutationTranslator(factory, update)
                .translate(JdbcParameterBindings.NO_BINDINGS, QueryOptions.NONE)
                .getSqlString();
        require(sql.contains(other.column() + "=null"), other, "the update of a query");
    }

    private static void require(boolean holds, OtherColumn other, String hook) {
        if (!holds) {
            throw new RefusedException(
                    "This Hibernate bypasses Seamless in " + hook + ": "
                            + other.renamed().entity() + "." + other.renamed().attribute() + " would be written to "
                            + other.readColumn() + " alone.",
                    "Use the Hibernate version that Seamless was tested with, and no other extension that replaces its"
                            + " services.");
        }
    }
}
