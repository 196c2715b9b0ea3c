package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.sql.ast.spi.AbstractSqlAstWalker;
import org.hibernate.sql.ast.tree.expression.AliasedExpression;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.FunctionExpression;
import org.hibernate.sql.ast.tree.expression.LiteralAsParameter;
import org.hibernate.sql.ast.tree.expression.SelfRenderingExpression;
import org.hibernate.sql.ast.tree.from.FunctionTableReference;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * An expression that a query assigns and that stands in the statement twice, once for each column of a pair: allowed only
 * if the database is bound to give both the same value.
 *
 * <p>What an allow-list does not know is refused: {@code random()}, the next value of a sequence, a function of the
 * application, a subquery that picks some of equal rows, a sum of floating-point numbers.
 */
final class RepeatedExpression extends AbstractSqlAstWalker {

    /** Functions of HQL that give one value for one row of one statement; those of time do so on every database. */
    private static final Set<String> SAME_TWICE = Set.of(
            ("abs acos asin atan atan2 avg ascii bitand bitnot bitor bitxor cast cbrt ceil ceiling character_length chr"
                            + " coalesce collate concat cos cosh count current_date current_time current_timestamp date_trunc"
                            + " day degrees exp extract floor format greatest hour ifnull instant initcap least left length ln"
                            + " local_date local_datetime local_time locate log log10 lower lpad ltrim max md5 min minute mod"
                            + " month nullif offset_datetime ordinal overlay pad pi position power quarter radians repeat"
                            + " replace right round rpad rtrim second sign sin sinh sqrt str string substring sum tan tanh"
                            + " timestampadd timestampdiff trim truncate trunc upper week year")
                    .split(" "));

    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(");

    private @Nullable String unknown;

    private RepeatedExpression() {}

    /**
     * Returns the expression for the other column.
     *
     * @throws RefusedException if the two columns could get different values
     */
    static Expression of(Expression value, OtherColumn other) {
        if (other.type() != null) {
            return ConvertedExpression.of(value, other, other.type());
        }
        RepeatedExpression walk = new RepeatedExpression();
        value.accept(walk);
        if (walk.unknown != null) {
            throw refused(other, walk.unknown);
        }
        return value;
    }

    /** Whether a fragment of SQL calls no function but those that give one value. */
    static boolean isSameTwice(String fragment) {
        return CALL.matcher(fragment)
                .results()
                .allMatch(call -> SAME_TWICE.contains(call.group(1).toLowerCase(Locale.ROOT)));
    }

    static RefusedException refused(OtherColumn other, String expression) {
        RenamedColumn renamed = other.renamed();
        return new RefusedException(
                "The query assigns " + expression + " to " + renamed.entity() + "." + renamed.attribute()
                        + ", which the rename '" + renamed.rename().id() + "' writes to two columns in phase "
                        + renamed.rename().schema() + "; the two could come out different.",
                "Compute the value first and assign it as a parameter, or change the entities one by one.");
    }

    @Override
    public void visitSelfRenderingExpression(SelfRenderingExpression expression) {
        if (expression instanceof FunctionExpression function) {
            requireSameTwice(function);
        } else if (!(expression instanceof AliasedExpression) && !(expression instanceof LiteralAsParameter<?>)) {
            unknown = "a fragment of SQL";
        }
        super.visitSelfRenderingExpression(expression);
    }

    private void requireSameTwice(FunctionExpression function) {
        String name = function.getFunctionName().toLowerCase(Locale.ROOT);
        boolean floatingSum = (name.equals("sum") || name.equals("avg"))
                && function.getExpressionType() != null
                && function.getExpressionType()
                        .getSingleJdbcMapping()
                        .getJdbcType()
                        .isFloat();
        if (!SAME_TWICE.contains(name) || floatingSum) {
            unknown = "the function " + name;
        }
    }

    @Override
    public void visitColumnReference(ColumnReference column) {
        if (column.isColumnExpressionFormula()) {
            unknown = "a formula";
        }
    }

    @Override
    public void visitFunctionTableReference(FunctionTableReference function) {
        unknown = "rows of a function";
    }

    @Override
    public void visitQuerySpec(QuerySpec query) {
        if (query.hasOffsetOrFetchClause()) {
            unknown = "a subquery with a limit";
        }
        super.visitQuerySpec(query);
    }
}
