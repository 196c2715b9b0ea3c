package dev.seamless.hibernate;

import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationType;

/** The hook into the values of a flush: has both columns bound where the statements of an executor assign both. */
final class DualExecutorService implements MutationExecutorService {

    private static final long serialVersionUID = 1;

    private final transient MutationExecutorService hibernate;

    DualExecutorService(MutationExecutorService hibernate) {
        this.hibernate = hibernate;
    }

    MutationExecutorService hibernate() {
        return hibernate;
    }

    @Override
    public MutationExecutor createExecutor(
            BatchKeyAccess batchKey, MutationOperationGroup operations, SharedSessionContractImplementor session) {
        MutationExecutor executor = hibernate.createExecutor(batchKey, operations, session);
        OtherColumns others = OtherColumns.of(session.getFactory());
        return touchesAny(operations, others) ? new DualExecutor(executor, others) : executor;
    }

    private static boolean touchesAny(MutationOperationGroup operations, OtherColumns others) {
        if (others.isEmpty() || operations.getMutationType() == MutationType.DELETE) {
            return false;
        }
        for (int i = 0; i < operations.getNumberOfOperations(); i++) {
            if (others.touches(operations.getOperation(i).getTableDetails().getTableName())) {
                return true;
            }
        }
        return false;
    }
}
