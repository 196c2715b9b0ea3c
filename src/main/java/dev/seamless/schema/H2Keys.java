package dev.seamless.schema;

import java.util.List;
import java.util.Locale;

/** H2: bytes as hexadecimal digits; the first column of a key is what its index is searched by. */
final class H2Keys implements Keys {

    @Override
    public String text(Column column, String name) {
        return isBinary(column) ? "rawtohex(" + name + ")" : "cast(" + name + " as varchar)";
    }

    /** H2 has no function from text to bytes. */
    @Override
    public String compared(Column column, String name) {
        return isBinary(column) ? text(column, name) : name;
    }

    @Override
    public String value(Column column, String parameter) {
        return isBinary(column)
                ? "cast(" + parameter + " as varchar)"
                : "cast(cast(" + parameter + " as varchar) as " + column.type() + ")";
    }

    private static boolean isBinary(Column column) {
        return column.type().toLowerCase(Locale.ROOT).startsWith("binary");
    }

    @Override
    public String compare(List<String> columns, String operator, List<String> values) {
        String spelledOut = Keys.spelledOut(columns, operator, values);
        return columns.size() == 1
                ? spelledOut
                : "(" + columns.get(0) + " " + operator.charAt(0) + "= " + values.get(0) + " and " + spelledOut + ")";
    }

    @Override
    public String estimate(TableName table) {
        return "select coalesce(row_count_estimate, 0) from information_schema.tables where table_schema = "
                + Ddl.literal(table.schema()) + " and table_name = " + Ddl.literal(table.name());
    }
}
