package dev.seamless.schema;

import java.util.List;
import java.util.Locale;

/** MySQL and MariaDB: bytes as hexadecimal digits, instants apart from the session's time zone, numbers by a cast. */
final class MySqlKeys implements Keys {

    @Override
    public String text(Column column, String name) {
        return switch (kind(column)) {
            case "binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob" -> "hex(" + name + ")";
            case "timestamp" -> "cast(unix_timestamp(" + name + ") as char)";
            default -> "cast(" + name + " as char)";
        };
    }

    @Override
    public String value(Column column, String parameter) {
        return switch (kind(column)) {
            case "binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob" -> "unhex(" + parameter + ")";
            case "timestamp" -> "from_unixtime(" + parameter + ")";
            case "tinyint", "smallint", "mediumint", "int", "bigint" ->
                "cast(" + parameter + " as " + (column.type().contains("unsigned") ? "unsigned" : "signed") + ")";
            case "decimal" -> "cast(" + parameter + " as " + column.type().split(" ")[0] + ")";
            default -> parameter;
        };
    }

    private static String kind(Column column) {
        return column.type().toLowerCase(Locale.ROOT).split("[ (]")[0];
    }

    @Override
    public String compare(List<String> columns, String operator, List<String> values) {
        return Keys.spelledOut(columns, operator, values);
    }

    @Override
    public String estimate(TableName table) {
        return "select coalesce(table_rows, 0) from information_schema.tables where table_schema = "
                + Ddl.literal(table.schema()) + " and table_name = " + Ddl.literal(table.name());
    }
}
