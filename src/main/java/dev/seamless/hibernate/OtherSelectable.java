package dev.seamless.hibernate;

import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.jspecify.annotations.Nullable;

/** The other column as Hibernate's SQL generation sees it: the column that is read, under another name. */
record OtherSelectable(SelectableMapping read, OtherColumn other) implements SelectableMapping {

    @Override
    public String getContainingTableExpression() {
        return read.getContainingTableExpression();
    }

    @Override
    public String getSelectionExpression() {
        return other.column();
    }

    @Override
    public @Nullable String getCustomReadExpression() {
        return null;
    }

    @Override
    public @Nullable String getCustomWriteExpression() {
        return read.getCustomWriteExpression();
    }

    @Override
    public boolean isFormula() {
        return false;
    }

    @Override
    public boolean isNullable() {
        return true;
    }

    @Override
    public boolean isInsertable() {
        return read.isInsertable();
    }

    @Override
    public boolean isUpdateable() {
        return read.isUpdateable();
    }

    @Override
    public boolean isPartitioned() {
        return false;
    }

    @Override
    public @Nullable Long getLength() {
        return other.type() == null ? read.getLength() : null;
    }

    @Override
    public @Nullable Integer getArrayLength() {
        return other.type() == null ? read.getArrayLength() : null;
    }

    @Override
    public @Nullable Integer getPrecision() {
        return other.type() == null ? read.getPrecision() : null;
    }

    @Override
    public @Nullable Integer getScale() {
        return other.type() == null ? read.getScale() : null;
    }

    @Override
    public @Nullable Integer getTemporalPrecision() {
        return other.type() == null ? read.getTemporalPrecision() : null;
    }

    @Override
    public boolean isLob() {
        return other.type() == null
                ? read.isLob()
                : getJdbcMapping().getJdbcType().isLob();
    }

    @Override
    public JdbcMapping getJdbcMapping() {
        return other.mapping(read.getJdbcMapping());
    }
}
