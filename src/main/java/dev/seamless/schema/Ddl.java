package dev.seamless.schema;

/** SQL that is the same everywhere. */
final class Ddl {

    private final Table table;
    private final Names names;

    Ddl(Table table) {
        this.table = table;
        this.names = table.dialect().names();
    }

    /** {@code alter table users} and what is given. */
    String alter(String what) {
        return alter(table.name(), what);
    }

    String alter(TableName other, String what) {
        return "alter table " + table.sql(other) + " " + what;
    }

    String name(String name) {
        return names.sql(name);
    }

    /** An index or another object of the table's schema, where it is named without its table. */
    String inSchema(String name) {
        return table.pair().schema() == null
                ? names.sql(name)
                : names.sql(table.name().schema()) + "." + names.sql(name);
    }

    /** SQL in which names stand in quotes only where they must. */
    String tidy(String sql) {
        return names.printsEveryNameInQuotes() ? new SqlText(names, sql).tidy() : sql;
    }

    /** {@code foreign key (…) references …} with its actions. */
    String references(ForeignKey key) {
        return "(" + names.sql(key.columns()) + ") references " + table.sql(key.to()) + " ("
                + names.sql(key.toColumns()) + ")" + action(" on update ", key.onUpdate())
                + action(" on delete ", key.onDelete()) + key.options();
    }

    private static String action(String event, String action) {
        return action.equals("no action") ? "" : event + action;
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
