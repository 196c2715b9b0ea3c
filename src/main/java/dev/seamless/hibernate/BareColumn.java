package dev.seamless.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that no attribute owns: schema tools create and validate it, nothing selects it.
 *
 * <p>It has the type and the default of the column that is read, and no constraint: migrations own those. Built by hand,
 * because {@link Column#clone()} shares the list of check constraints.
 */
final class BareColumn {

    private BareColumn() {}

    static Column add(Table table, Column read, Identifier name, @Nullable OtherType type) {
        Column column = new Column(name.render());
        column.setValue(read.getValue());
        column.setTypeIndex(read.getTypeIndex());
        if (type == null) {
            copyType(read, column);
        } else {
            column.setSqlTypeCode(type.type().getJdbcType().getDefaultSqlTypeCode());
            column.setSqlType(type.sqlName());
        }
        column.setNullable(true);
        table.addColumn(column);
        return column;
    }

    private static void copyType(Column read, Column column) {
        column.setLength(read.getLength());
        column.setPrecision(read.getPrecision());
        column.setScale(read.getScale());
        column.setTemporalPrecision(read.getTemporalPrecision());
        column.setArrayLength(read.getArrayLength());
        column.setSqlType(read.getSqlType());
        column.setCollation(read.getCollation());
        column.setDefaultValue(read.getDefaultValue());
    }
}
