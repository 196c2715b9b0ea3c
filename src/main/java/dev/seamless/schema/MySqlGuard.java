package dev.seamless.schema;

import java.util.List;

/**
 * Lets a statement do nothing where it has run before, and wait for its lock for three seconds at most. MariaDB has words for
 * both; MySQL must look and prepare, and set its session.
 */
final class MySqlGuard {

    private final boolean hasWords;

    MySqlGuard(boolean hasWords) {
        this.hasWords = hasWords;
    }

    List<String> before() {
        return hasWords ? List.of() : List.of("set session lock_wait_timeout = 3");
    }

    List<String> after() {
        return hasWords ? List.of() : List.of("set session lock_wait_timeout = default");
    }

    String timed(String sql) {
        return hasWords ? "set statement lock_wait_timeout = 3 for " + sql : sql;
    }

    List<String> withoutForeignKeyChecks(String sql) {
        return hasWords
                ? List.of(sql.replaceFirst("^set statement ", "set statement foreign_key_checks = 0, "))
                : List.of("set session foreign_key_checks = 0", sql, "set session foreign_key_checks = default");
    }

    String unlessExists() {
        return hasWords ? "if not exists " : "";
    }

    String ifExists() {
        return hasWords ? "if exists " : "";
    }

    String addColumn(Table table, String column, String sql) {
        return guarded("not exists", "columns", table.name(), "column_name", column, table, sql);
    }

    String dropColumn(Table table, String column, String sql) {
        return guarded("exists", "columns", table.name(), "column_name", column, table, sql);
    }

    String addIndex(Table table, String index, String sql) {
        return guarded("not exists", "statistics", table.name(), "index_name", index, table, sql);
    }

    String dropIndex(Table table, String index, String sql) {
        return guarded("exists", "statistics", table.name(), "index_name", index, table, sql);
    }

    String addConstraint(Table table, TableName on, String constraint, String sql) {
        return guarded("not exists", "table_constraints", on, "constraint_name", constraint, table, sql);
    }

    String dropConstraint(Table table, TableName on, String constraint, String sql) {
        return guarded("exists", "table_constraints", on, "constraint_name", constraint, table, sql);
    }

    private String guarded(
            String when, String catalogue, TableName on, String kind, String name, Table table, String sql) {
        if (hasWords) {
            return timed(sql);
        }
        String schema =
                table.pair().schema() == null && on.schema().equals(table.name().schema())
                        ? "database()"
                        : Ddl.literal(on.schema());
        return "set @ddl = if(" + when + " (select 1 from information_schema." + catalogue + "\n"
                + "        where table_schema = " + schema + " and table_name = " + Ddl.literal(on.name()) + " and "
                + kind + " = "
                + Ddl.literal(name) + "),\n"
                + "    " + Ddl.literal(sql.replace("\\", "\\\\")) + ", 'do 0');\n"
                + "prepare seamless from @ddl;\n"
                + "execute seamless;\n"
                + "deallocate prepare seamless";
    }
}
