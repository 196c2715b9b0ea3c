package dev.seamless.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the columns of one table of a MySQL or MariaDB. */
final class MySqlColumns {

    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(uuid\\w*|sys_guid|rand|random_bytes|sysdate|nextval|lastval|next value for)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    private final JdbcTemplate jdbc;
    private final boolean mariaDb;
    private final TableName table;

    MySqlColumns(JdbcTemplate jdbc, boolean mariaDb, TableName table) {
        this.jdbc = jdbc;
        this.mariaDb = mariaDb;
        this.table = table;
    }

    List<Column> read() {
        String collation = jdbc.queryForObject(
                "select table_collation from information_schema.tables where table_schema = ? and table_name = ?",
                String.class,
                table.schema(),
                table.name());
        return jdbc.query(
                "select * from information_schema.columns where table_schema = ? and table_name = ? order by ordinal_position",
                (row, n) -> column(row, collation),
                table.schema(),
                table.name());
    }

    private Column column(ResultSet row, @Nullable String ofTable) throws SQLException {
        String extra = row.getString("extra").toLowerCase(Locale.ROOT);
        String collation = row.getString("collation_name");
        String value = value(row.getString("column_default"), extra);
        String expression = row.getString("generation_expression");
        return new Column(
                row.getString("column_name"),
                row.getString("column_type"),
                collation == null || collation.equals(ofTable) ? null : collation,
                value,
                value != null && VOLATILE.matcher(value).find(),
                extra.contains("auto_increment")
                        ? "identity"
                        : extra.contains("on update")
                                ? "on update current_timestamp"
                                : expression == null || expression.isEmpty() ? null : expression,
                row.getString("is_nullable").equals("YES"),
                row.getString("column_comment").isEmpty() ? null : row.getString("column_comment"),
                TEXTS.contains(row.getString("data_type")) ? Equality.IMAGE : Equality.VALUE,
                grants(row.getString("column_name")));
    }

    /** MariaDB gives an expression; MySQL gives the bare value, and says where it is an expression. */
    private @Nullable String value(@Nullable String given, String extra) {
        if (given == null || (mariaDb && given.equals("NULL"))) {
            return null;
        }
        if (mariaDb || given.toLowerCase(Locale.ROOT).startsWith("current_timestamp") || given.startsWith("b'")) {
            return given;
        }
        return extra.contains("default_generated")
                ? "(" + given.replace("\\'", "'") + ")"
                : "'" + given.replace("'", "''") + "'";
    }

    private List<Grant> grants(String column) {
        return jdbc.query(
                """
                select privilege_type, grantee, is_grantable from information_schema.column_privileges
                where table_schema = ? and table_name = ? and column_name = ? order by 2, 1
                """,
                (row, n) -> new Grant(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2),
                        row.getString(3).equals("YES")),
                table.schema(),
                table.name(),
                column);
    }
}
