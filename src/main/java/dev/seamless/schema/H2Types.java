package dev.seamless.schema;

import dev.seamless.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Types of H2 as DDL writes them; its catalogue holds them in pieces. */
final class H2Types {

    private static final long UNLIMITED = 1_000_000_000;

    private final JdbcTemplate jdbc;
    private final TableName table;

    H2Types(JdbcTemplate jdbc, TableName table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    String of(ResultSet row) throws SQLException {
        String type = row.getString("data_type");
        String lower = type.toLowerCase(Locale.ROOT);
        return switch (type) {
            case "CHARACTER",
                    "CHARACTER VARYING",
                    "VARCHAR_IGNORECASE",
                    "BINARY",
                    "BINARY VARYING",
                    "CHARACTER LARGE OBJECT",
                    "BINARY LARGE OBJECT" ->
                lower
                        + (row.getLong("character_maximum_length") >= UNLIMITED
                                ? ""
                                : "(" + row.getLong("character_maximum_length") + ")");
            case "NUMERIC" -> "numeric(" + row.getInt("numeric_precision") + ", " + row.getInt("numeric_scale") + ")";
            case "DECFLOAT" -> "decfloat(" + row.getInt("numeric_precision") + ")";
            case "TIME", "TIMESTAMP", "TIME WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE" ->
                lower.replaceFirst("^\\w+", "$0(" + row.getInt("datetime_precision") + ")");
            case "BOOLEAN",
                    "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "REAL",
                    "DOUBLE PRECISION",
                    "DATE",
                    "UUID",
                    "JSON" -> lower;
            case "ENUM" -> "enum(" + enumValues(row.getString("dtd_identifier")) + ")";
            case "ARRAY" ->
                element(row.getString("dtd_identifier")) + " array[" + row.getInt("maximum_cardinality") + "]";
            default ->
                throw new RefusedException(
                        "The table " + table + " has a column of the type " + type
                                + ", which cannot be written again from H2's" + " catalogue.",
                        "Write the migrations of this table by hand.");
        };
    }

    private String enumValues(String identifier) {
        return jdbc.queryForList("""
                        select value_name from information_schema.enum_values
                        where object_schema = ? and object_name = ? and enum_identifier = ? order by value_ordinal
                        """, String.class, table.schema(), table.name(), identifier).stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }

    private String element(String identifier) {
        List<String> found = jdbc.query("""
                select * from information_schema.element_types
                where object_schema = ? and object_name = ? and collection_type_identifier = ?
                """, (row, n) -> of(row), table.schema(), table.name(), identifier);
        return found.get(0);
    }
}
