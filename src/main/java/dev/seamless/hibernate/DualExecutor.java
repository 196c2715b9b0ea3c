package dev.seamless.hibernate;

import org.hibernate.engine.jdbc.batch.spi.Batch;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.OperationResultChecker;
import org.hibernate.engine.jdbc.mutation.TableInclusionChecker;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.sql.model.ValuesAnalysis;
import org.jspecify.annotations.Nullable;

/** Hibernate's executor, with {@link DualBindings}; batching, batch keys and generated values stay its own. */
final class DualExecutor implements MutationExecutor {

    private final MutationExecutor hibernate;
    private final JdbcValueBindings bindings;

    DualExecutor(MutationExecutor hibernate, OtherColumns others) {
        this.hibernate = hibernate;
        this.bindings = new DualBindings(hibernate.getJdbcValueBindings(), others);
    }

    @Override
    public JdbcValueBindings getJdbcValueBindings() {
        return bindings;
    }

    @Override
    public PreparedStatementDetails getPreparedStatementDetails(String tableName) {
        return hibernate.getPreparedStatementDetails(tableName);
    }

    @Override
    public @Nullable GeneratedValues execute(
            Object model,
            ValuesAnalysis values,
            TableInclusionChecker inclusion,
            OperationResultChecker result,
            SharedSessionContractImplementor session) {
        return hibernate.execute(model, values, inclusion, result, session);
    }

    @Override
    public @Nullable GeneratedValues execute(
            Object model,
            ValuesAnalysis values,
            TableInclusionChecker inclusion,
            OperationResultChecker result,
            SharedSessionContractImplementor session,
            Batch.StaleStateMapper staleState) {
        return hibernate.execute(model, values, inclusion, result, session, staleState);
    }

    @Override
    public void release() {
        hibernate.release();
    }
}
