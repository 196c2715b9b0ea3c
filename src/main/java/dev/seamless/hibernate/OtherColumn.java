package dev.seamless.hibernate;

import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/**
 * The column of a pair that is written and not read, in a middle phase.
 *
 * @param renamed the renamed attribute
 * @param table the table, as Hibernate writes it into SQL
 * @param readColumn the column that the attribute is mapped to, as Hibernate writes it into SQL
 * @param column the other column, as Hibernate writes it into SQL
 * @param type its type, where the rename converts; {@code null} if it is that of the column that is read
 */
record OtherColumn(
        RenamedColumn renamed,
        String table,
        String readColumn,
        String column,
        @Nullable OtherType type) {

    /** Returns what to write, given what is written to the column that is read. */
    @Nullable
    Object value(@Nullable Object read) {
        return type == null ? read : type.conversion().apply(read);
    }

    JdbcMapping mapping(JdbcMapping read) {
        return type == null ? read : type.type();
    }
}
