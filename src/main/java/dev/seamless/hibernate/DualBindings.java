package dev.seamless.hibernate;

import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.jdbc.mutation.group.UnknownParameterException;
import org.hibernate.engine.jdbc.mutation.spi.BindingGroup;
import org.hibernate.sql.model.TableMapping;
import org.jspecify.annotations.Nullable;

/**
 * Binds to the other column what is bound to the column that is read.
 *
 * <p>Asks nobody whether the statement has a place for it: one that assigns the read column alone has bypassed
 * {@link DualAssignments}, and Hibernate's {@link UnknownParameterException} stops that write before it is lost.
 */
final class DualBindings implements JdbcValueBindings {

    private final JdbcValueBindings hibernate;
    private final OtherColumns others;

    DualBindings(JdbcValueBindings hibernate, OtherColumns others) {
        this.hibernate = hibernate;
        this.others = others;
    }

    @Override
    public void bindValue(@Nullable Object value, String table, String column, ParameterUsage usage) {
        OtherColumn other = usage == ParameterUsage.SET ? others.of(table, column) : null;
        if (other != null) {
            hibernate.bindValue(other.value(value), table, other.column(), usage);
        }
        hibernate.bindValue(value, table, column, usage);
    }

    @Override
    public @Nullable BindingGroup getBindingGroup(String table) {
        return hibernate.getBindingGroup(table);
    }

    @Override
    public void beforeStatement(PreparedStatementDetails statement) {
        hibernate.beforeStatement(statement);
    }

    @Override
    public void afterStatement(TableMapping table) {
        hibernate.afterStatement(table);
    }
}
