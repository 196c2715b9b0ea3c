package dev.seamless.hibernate;

import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.insert.Values;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.results.internal.SqlSelectionImpl;

/** Adds the other column to an insert of a query: to its target columns, and its value to every row or select list. */
final class QueryInsert {

    private final InsertSelectStatement insert;
    private final OtherColumns others;

    QueryInsert(InsertSelectStatement insert, OtherColumns others) {
        this.insert = insert;
        this.others = others;
    }

    void addTo(String table) {
        if (!others.touches(table)) {
            return;
        }
        List<ColumnReference> columns = insert.getTargetColumns();
        for (int i = 0; i < columns.size(); i++) {
            OtherColumn other = others.of(table, columns.get(i).getColumnExpression());
            if (other != null
                    && columns.stream().noneMatch(c -> c.getColumnExpression().equals(other.column()))) {
                add(other, i++);
            }
        }
    }

    private void add(OtherColumn other, int position) {
        List<ColumnReference> columns = insert.getTargetColumns();
        for (Values row : insert.getValuesList()) {
            List<Expression> values = row.getExpressions();
            requireOneForEachColumn(values.size(), other);
            values.add(position, RepeatedExpression.of(values.get(position), other));
        }
        if (insert.getSourceSelectStatement() != null) {
            insert.getSourceSelectStatement().visitQuerySpecs(select -> add(other, position, select));
        }
        columns.add(position, QueryAssignments.reference(other, columns.get(position)));
    }

    private void add(OtherColumn other, int position, QuerySpec select) {
        List<SqlSelection> selections = select.getSelectClause().getSqlSelections();
        int[] rendered = IntStream.range(0, selections.size())
                .filter(i -> !selections.get(i).isVirtual())
                .toArray();
        requireOneForEachColumn(rendered.length, other);
        Expression value = selections.get(rendered[position]).getExpression();
        selections.add(rendered[position], new SqlSelectionImpl(RepeatedExpression.of(value, other)));
    }

    private void requireOneForEachColumn(int values, OtherColumn other) {
        if (values != insert.getTargetColumns().size()) {
            throw RepeatedExpression.refused(other, "several columns at once");
        }
    }
}
