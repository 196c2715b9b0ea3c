package dev.seamless.schema;

import java.util.List;

/** PostgreSQL: every type has a text form that it reads back, and rows are compared by their index as they stand. */
final class PostgreSqlKeys implements Keys {

    @Override
    public String text(Column column, String name) {
        return "cast(" + name + " as text)";
    }

    @Override
    public String value(Column column, String parameter) {
        return "cast(" + parameter + " as " + column.type() + ")";
    }

    @Override
    public String compare(List<String> columns, String operator, List<String> values) {
        return "(" + String.join(", ", columns) + ") " + operator + " (" + String.join(", ", values) + ")";
    }

    @Override
    public String estimate(TableName table) {
        return "select cast(coalesce(sum(greatest(c.reltuples, 0)), 0) as bigint) from pg_class c"
                + " where c.relkind = 'r' and c.oid in (select relid from pg_partition_tree((select k.oid from pg_class k"
                + " join pg_namespace n on n.oid = k.relnamespace where n.nspname = " + Ddl.literal(table.schema())
                + " and k.relname = " + Ddl.literal(table.name()) + ")) union select k.oid from pg_class k"
                + " join pg_namespace n on n.oid = k.relnamespace where n.nspname = " + Ddl.literal(table.schema())
                + " and k.relname = " + Ddl.literal(table.name()) + ")";
    }
}
