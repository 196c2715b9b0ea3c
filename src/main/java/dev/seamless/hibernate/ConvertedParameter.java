package dev.seamless.hibernate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.exec.internal.AbstractJdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBinding;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/** A parameter of a query once more, for the other column: bound from the same value, converted. */
final class ConvertedParameter extends AbstractJdbcParameter {

    private final JdbcParameter read;
    private final OtherColumn other;

    ConvertedParameter(JdbcParameter read, OtherColumn other, OtherType type) {
        super(type.type());
        this.read = read;
        this.other = other;
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement, int position, JdbcParameterBindings bindings, ExecutionContext context)
            throws SQLException {
        JdbcParameterBinding binding = bindings.getBinding(read);
        bindParameterValue(getJdbcMapping(), statement, other.value(binding.getBindValue()), position, context);
    }
}
