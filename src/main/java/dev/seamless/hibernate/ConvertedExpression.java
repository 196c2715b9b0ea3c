package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;

/** What a query assigns to the other column of a converting rename. */
final class ConvertedExpression {

    private ConvertedExpression() {}

    /**
     * Returns the converted expression.
     *
     * @throws RefusedException if it is neither a parameter nor a literal: only the database knows its value
     */
    static Expression of(Expression value, OtherColumn other, OtherType type) {
        Expression resolved =
                value instanceof SqmParameterInterpretation parameter ? parameter.getResolvedExpression() : value;
        if (resolved instanceof JdbcParameter parameter) {
            return new ConvertedParameter(parameter, other, type);
        }
        if (resolved instanceof Literal literal) {
            return new QueryLiteral<>(other.value(literal.getLiteralValue()), type.type());
        }
        throw RepeatedExpression.refused(other, "an expression, which the converter cannot convert,");
    }
}
