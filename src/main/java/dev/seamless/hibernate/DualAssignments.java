package dev.seamless.hibernate;

import java.util.List;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.ast.ColumnValueParameter;
import org.hibernate.sql.model.ast.ColumnWriteFragment;
import org.hibernate.sql.model.ast.MutatingTableReference;
import org.hibernate.sql.model.ast.MutationGroup;
import org.hibernate.sql.model.ast.TableInsert;
import org.hibernate.sql.model.ast.TableMutation;
import org.hibernate.sql.model.ast.TableUpdate;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/**
 * Adds to the inserts and updates of a flush the assignment of the other column, immediately before that of the column
 * that is read.
 *
 * <p>Hibernate's builders hand over lists that belong to the one mutation, so they are added to in place; were they
 * immutable some day, the start would fail.
 */
final class DualAssignments {

    private final OtherColumns others;

    DualAssignments(OtherColumns others) {
        this.others = others;
    }

    void addTo(MutationGroup mutations) {
        for (int i = 0; i < mutations.getNumberOfTableMutations(); i++) {
            TableMutation<?> mutation = mutations.getTableMutation(i);
            if (others.touches(mutation.getTableName())) {
                addTo(mutation);
            }
        }
    }

    private void addTo(TableMutation<?> mutation) {
        if (mutation instanceof TableInsert insert) {
            addTo(mutation, insert.getValueBindings());
        } else if (mutation instanceof TableUpdate<?> update) {
            addTo(mutation, update.getValueBindings());
        } else if (mutation instanceof OptionalTableUpdate upsert) {
            addTo(mutation, upsert.getValueBindings());
        }
    }

    private void addTo(TableMutation<?> mutation, List<ColumnValueBinding> bindings) {
        for (int i = 0; i < bindings.size(); i++) {
            ColumnValueBinding read = bindings.get(i);
            String column = read.getColumnReference().getColumnExpression();
            OtherColumn other = others.of(mutation.getTableName(), column);
            if (other != null) {
                ColumnValueBinding added = assignment(mutation.getMutatingTable(), other, read.getValueExpression());
                bindings.add(i++, added);
                addParameters(mutation.getParameters(), added.getValueExpression(), read.getValueExpression());
            }
        }
    }

    private static ColumnValueBinding assignment(
            MutatingTableReference table, OtherColumn other, ColumnWriteFragment read) {
        SelectableMapping column = new OtherSelectable((SelectableMapping) read.getSqlTypedMapping(), other);
        ColumnReference reference = new ColumnReference(table, column);
        List<ColumnValueParameter> parameters = read.getParameters().stream()
                .map(parameter -> new ColumnValueParameter(reference, parameter.getUsage()))
                .toList();
        return new ColumnValueBinding(reference, new ColumnWriteFragment(read.getFragment(), parameters, column));
    }

    /** Keeps the order of the parameters that of the assignments, which an upsert in two statements counts on. */
    private static void addParameters(
            List<ColumnValueParameter> all, ColumnWriteFragment added, ColumnWriteFragment read) {
        if (!read.getParameters().isEmpty()) {
            all.addAll(all.indexOf(read.getParameters().iterator().next()), added.getParameters());
        }
    }
}
