package dev.seamless.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.cte.CteContainer;
import org.hibernate.sql.ast.tree.cte.CteStatement;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.SqlTuple;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.update.Assignable;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.ast.tree.update.UpdateStatement;

/**
 * Adds to the updates and inserts of a query the assignment of the other column, immediately before that of the column that
 * is read: a database that assigns from left to right (MySQL) then gives both the same value.
 *
 * <p>Rewrites in place, and leaves alone what is rewritten already: statements share parts of their tree.
 */
final class QueryAssignments {

    private final OtherColumns others;

    QueryAssignments(OtherColumns others) {
        this.others = others;
    }

    void addTo(Statement statement) {
        if (statement instanceof CteContainer container) {
            container.getCteStatements().values().stream()
                    .map(CteStatement::getCteDefinition)
                    .forEach(this::addTo);
        }
        if (statement instanceof UpdateStatement update) {
            addTo(update.getTargetTable().getTableExpression(), update.getAssignments());
        } else if (statement instanceof InsertSelectStatement insert) {
            String table = insert.getTargetTable().getTableExpression();
            new QueryInsert(insert, others).addTo(table);
            if (insert.getConflictClause() != null) {
                addTo(table, insert.getConflictClause().getAssignments());
            }
        }
    }

    private void addTo(String table, List<Assignment> assignments) {
        if (!others.touches(table)) {
            return;
        }
        for (int i = 0; i < assignments.size(); i++) {
            Assignment read = assignments.get(i);
            if (assignsPair(table, read) && !assigned(table, read, assignments)) {
                List<Assignment> both = both(table, read);
                assignments.remove(i);
                assignments.addAll(i, both);
                i += both.size() - 1;
            }
        }
    }

    private boolean assignsPair(String table, Assignment assignment) {
        return assignment.getAssignable().getColumnReferences().stream()
                .anyMatch(column -> others.of(table, column.getColumnExpression()) != null);
    }

    private boolean assigned(String table, Assignment read, List<Assignment> assignments) {
        List<String> all = assignments.stream()
                .map(Assignment::getAssignable)
                .map(Assignable::getColumnReferences)
                .flatMap(List::stream)
                .map(ColumnReference::getColumnExpression)
                .toList();
        return read.getAssignable().getColumnReferences().stream()
                .map(column -> others.of(table, column.getColumnExpression()))
                .anyMatch(other -> other != null && all.contains(other.column()));
    }

    /** Splits what assigns several columns at once, so that the other column can stand before its own. */
    private List<Assignment> both(String table, Assignment read) {
        List<ColumnReference> columns = read.getAssignable().getColumnReferences();
        List<? extends Expression> values = values(table, read, columns);
        return IntStream.range(0, columns.size())
                .boxed()
                .flatMap(i -> both(table, columns.get(i), values.get(i)).stream())
                .toList();
    }

    private List<Assignment> both(String table, ColumnReference column, Expression value) {
        List<Assignment> both = new ArrayList<>();
        OtherColumn other = others.of(table, column.getColumnExpression());
        if (other != null) {
            both.add(new Assignment(reference(other, column), RepeatedExpression.of(value, other)));
        }
        both.add(new Assignment(column, value));
        return both;
    }

    private List<? extends Expression> values(String table, Assignment read, List<ColumnReference> columns) {
        if (columns.size() == 1) {
            return List.of(read.getAssignedValue());
        }
        SqlTuple tuple = SqlTupleContainer.getSqlTuple(read.getAssignedValue());
        if (tuple == null || tuple.getExpressions().size() != columns.size()) {
            throw columns.stream()
                    .map(column -> others.of(table, column.getColumnExpression()))
                    .filter(other -> other != null)
                    .findFirst()
                    .map(other -> RepeatedExpression.refused(other, "several columns at once"))
                    .orElseThrow();
        }
        return tuple.getExpressions();
    }

    static ColumnReference reference(OtherColumn other, ColumnReference read) {
        return new ColumnReference(
                read.getQualifier(), other.column(), false, null, other.mapping(read.getJdbcMapping()));
    }
}
