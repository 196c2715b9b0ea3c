package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.jdbc.mutation.internal.StandardMutationExecutorService;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.collection.mutation.CollectionMutationTarget;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinatorStandard;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

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
        for (OtherColumn other : others.all()) {
            requireValues(other, factory);
            requireQuery(other, factory);
        }
        factory.getMappingMetamodel().forEachEntityDescriptor(persister -> requireFlush(persister, others));
        factory.getMappingMetamodel().forEachCollectionDescriptor(persister -> requireRows(persister, others));
    }

    private static void requireValues(OtherColumn other, SessionFactoryImplementor factory) {
        MutationExecutorService service = factory.getServiceRegistry().requireService(MutationExecutorService.class);
        boolean hooked = service instanceof DualExecutorService dual
                && dual.hibernate() instanceof StandardMutationExecutorService;
        require(hooked, other, "the values of a flush");
    }

    private static void requireFlush(EntityPersister persister, OtherColumns others) {
        if (persister.getInsertCoordinator() instanceof InsertCoordinatorStandard insert) {
            requireBoth(insert.generateStaticOperationGroup(), others, "the insert of a flush");
        }
        requireBoth(
                persister.getUpdateCoordinator().getStaticMutationOperationGroup(), others, "the update of a flush");
        requireBoth(persister.getMergeCoordinator().getStaticMutationOperationGroup(), others, "the upsert of a flush");
    }

    private static void requireBoth(@Nullable MutationOperationGroup group, OtherColumns others, String hook) {
        for (int i = 0; group != null && i < group.getNumberOfOperations(); i++) {
            MutationOperation operation = group.getOperation(i);
            for (OtherColumn other : others.in(operation.getTableDetails().getTableName())) {
                require(assigns(operation, other.readColumn()) == assigns(operation, other.column()), other, hook);
            }
        }
    }

    private static boolean assigns(MutationOperation operation, String column) {
        return operation.findValueDescriptor(column, ParameterUsage.SET) != null;
    }

    private static void requireRows(CollectionPersister persister, OtherColumns others) {
        if (persister instanceof CollectionMutationTarget target && !persister.isInverse()) {
            for (OtherColumn other :
                    others.in(target.getIdentifierTableMapping().getTableName())) {
                require(
                        persister.isOneToMany() || others.areRowsWrittenOf(persister.getRole()),
                        other,
                        "the rows of a collection");
            }
        }
    }

    private static void requireQuery(OtherColumn other, SessionFactoryImplementor factory) {
        BasicType<String> text = factory.getTypeConfiguration().getBasicTypeForJavaType(String.class);
        ColumnReference read = new ColumnReference((String) null, other.readColumn(), false, null, text);
        List<Assignment> assignments = new ArrayList<>(List.of(new Assignment(read, new QueryLiteral<>(null, text))));
        String sql = factory.getJdbcServices()
                .getJdbcEnvironment()
                .getSqlAstTranslatorFactory()
                .buildMutationTranslator(
                        factory, new UpdateStatement(new NamedTableReference(other.table(), "t"), assignments, null))
                .translate(JdbcParameterBindings.NO_BINDINGS, QueryOptions.NONE)
                .getSqlString();
        require(sql.contains(other.column() + "="), other, "the update of a query");
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
