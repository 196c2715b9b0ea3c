package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.Literal;

/** Whether a value that a query assigns may be written twice, once for each column: only if it comes out the same. */
final class RepeatedExpression {

    private RepeatedExpression() {}

    /**
     * Returns the expression for the other column.
     *
     * @throws RefusedException if the database could give the two columns different values
     */
    static Expression of(Expression value, OtherColumn other) {
        if (!isRepeatable(value)) {
            throw refused(other);
        }
        return value;
    }

    private static boolean isRepeatable(Expression value) {
        return value instanceof JdbcParameter
                || value instanceof SqmParameterInterpretation
                || value instanceof Literal
                || value instanceof ColumnReference
                || value instanceof BasicValuedPathInterpretation<?>;
    }

    static RefusedException refused(OtherColumn other) {
        RenamedColumn renamed = other.renamed();
        return new RefusedException(
                "The query assigns an expression to " + renamed.entity() + "." + renamed.attribute()
                        + ", which the rename '" + renamed.rename().id() + "' writes to two columns in phase "
                        + renamed.rename().schema() + "; the two could come out different.",
                "Assign a parameter, a literal or another attribute, or change the entities one by one.");
    }
}
