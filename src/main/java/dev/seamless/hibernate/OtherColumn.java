package dev.seamless.hibernate;

/**
 * The column of a pair that is written and not read, in a middle phase.
 *
 * @param renamed the renamed attribute
 * @param table the table, as Hibernate writes it into SQL
 * @param readColumn the column that the attribute is mapped to, as Hibernate writes it into SQL
 * @param column the other column, as Hibernate writes it into SQL
 */
record OtherColumn(RenamedColumn renamed, String table, String readColumn, String column) {}
