package dev.seamless.hibernate;

import org.hibernate.persister.collection.AbstractCollectionPersister;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.collection.mutation.InsertRowsCoordinator;
import org.hibernate.persister.collection.mutation.InsertRowsCoordinatorStandard;
import org.hibernate.persister.collection.mutation.UpdateRowsCoordinator;
import org.hibernate.persister.collection.mutation.UpdateRowsCoordinatorStandard;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinatorNoOp;
import org.hibernate.persister.state.internal.AbstractStateManagement;
import org.hibernate.persister.state.spi.StateManagement;

/**
 * The hook into the SQL of a flush: coordinators that assign both columns, for entities with a pair in a middle phase.
 *
 * <p>Public only because Hibernate reads {@link #INSTANCE} reflectively.
 */
public final class DualState extends AbstractStateManagement {

    /** The one instance, found by Hibernate's {@code Stateful#getStateManagement}. */
    public static final StateManagement INSTANCE = new DualState();

    private DualState() {}

    @Override
    public InsertCoordinator createInsertCoordinator(EntityPersister persister) {
        return new DualInsertCoordinator(persister, persister.getFactory());
    }

    @Override
    public UpdateCoordinator createUpdateCoordinator(EntityPersister persister) {
        UpdateCoordinator hibernate = super.createUpdateCoordinator(persister);
        return hibernate instanceof UpdateCoordinatorNoOp
                ? hibernate
                : new DualUpdateCoordinator(persister, persister.getFactory());
    }

    @Override
    public UpdateCoordinator createMergeCoordinator(EntityPersister persister) {
        return new DualMergeCoordinator(persister, persister.getFactory());
    }

    @Override
    public InsertRowsCoordinator createInsertRowsCoordinator(CollectionPersister persister) {
        return isInsertAllowed(persister)
                ? new InsertRowsCoordinatorStandard(
                        resolveMutationTarget(persister),
                        DualRows.of((AbstractCollectionPersister) persister),
                        persister.getFactory().getServiceRegistry())
                : super.createInsertRowsCoordinator(persister);
    }

    @Override
    public UpdateRowsCoordinator createUpdateRowsCoordinator(CollectionPersister persister) {
        return isUpdatePossible(persister)
                ? new UpdateRowsCoordinatorStandard(
                        resolveMutationTarget(persister),
                        DualRows.of((AbstractCollectionPersister) persister),
                        persister.getFactory())
                : super.createUpdateRowsCoordinator(persister);
    }
}
