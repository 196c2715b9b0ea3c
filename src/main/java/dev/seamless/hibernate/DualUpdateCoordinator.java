package dev.seamless.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.UpdateCoordinatorStandard;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.ValuesAnalysis;
import org.hibernate.sql.model.ast.MutationGroup;
import org.jspecify.annotations.Nullable;

/** Updates an entity, with both columns of each pair that is assigned. */
final class DualUpdateCoordinator extends UpdateCoordinatorStandard {

    DualUpdateCoordinator(EntityPersister persister, SessionFactoryImplementor factory) {
        super(persister, factory);
    }

    @Override
    protected MutationOperationGroup createOperationGroup(@Nullable ValuesAnalysis analysis, MutationGroup mutations) {
        new DualAssignments(OtherColumns.of(factory())).addTo(mutations);
        return super.createOperationGroup(analysis, mutations);
    }
}
