package dev.seamless.schema;

import dev.seamless.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads one table of a MySQL or MariaDB from its information schema. */
final class MySqlReader {

    private record IndexPart(
            String name,
            boolean unique,
            String type,
            @Nullable String column,
            String key) {}

    private record Reference(
            String name,
            TableName from,
            String column,
            TableName to,
            String toColumn,
            String onUpdate,
            String onDelete) {}

    private final JdbcTemplate jdbc;
    private final Names names;
    private final boolean mariaDb;
    private final TableName table;

    MySqlReader(JdbcTemplate jdbc, Names names, boolean mariaDb, TableName table) {
        this.jdbc = jdbc;
        this.names = names;
        this.mariaDb = mariaDb;
        this.table = table;
    }

    Table.Contents read() {
        List<Column> stored = new MySqlColumns(jdbc, mariaDb, table).read();
        TextDependents text = new TextDependents(names, table, stored);
        List<Constraint> checks = checks(text);
        List<Column> columns = stored.stream()
                .map(column ->
                        checks.stream().anyMatch(check -> makesJson(check, column)) ? column.typed("json") : column)
                .toList();
        List<Index> indexes = indexes(text);
        List<String> key = indexes.stream()
                .filter(index -> index.name().equals("PRIMARY"))
                .findFirst()
                .map(Index::columns)
                .orElse(List.of());
        List<Constraint> constraints = new ArrayList<>(checks);
        constraints.removeIf(check -> columns.stream().anyMatch(column -> makesJson(check, column)));
        if (!key.isEmpty()) {
            constraints.add(new Constraint(Kind.PRIMARY_KEY, "PRIMARY", key, "primary key", "", true, false));
        }
        return new Table.Contents(
                columns,
                key,
                indexes.stream()
                        .filter(index -> !index.name().equals("PRIMARY"))
                        .toList(),
                List.copyOf(constraints),
                foreignKeys(),
                dependents(text, columns),
                new Partitions(text.mentioned(partitioned()), List.of(), false, false));
    }

    /** To MariaDB json is a name for a text with a check, which comes and goes with the type alone. */
    private static boolean makesJson(Constraint check, Column column) {
        return check.inline() && check.definition().equals("check (json_valid(" + quoted(column.name()) + "))");
    }

    private List<Index> indexes(TextDependents text) {
        List<IndexPart> parts = rows(
                "select index_name, non_unique, index_type, column_name, sub_part, collation, "
                        + (mariaDb ? "null" : "expression")
                        + " from information_schema.statistics where table_schema = ? and table_name = ?"
                        + " order by index_name, seq_in_index",
                (row, n) -> {
                    String column = row.getString(4);
                    String key = (column == null ? "(" + row.getString(7) + ")" : quoted(column))
                            + (row.getString(5) == null ? "" : "(" + row.getString(5) + ")")
                            + ("D".equals(row.getString(6)) ? " desc" : "");
                    return new IndexPart(row.getString(1), row.getInt(2) == 0, row.getString(3), column, key);
                });
        return parts.stream()
                .map(IndexPart::name)
                .distinct()
                .map(name -> index(
                        parts.stream().filter(part -> part.name().equals(name)).toList(), text))
                .toList();
    }

    private static Index index(List<IndexPart> parts, TextDependents text) {
        IndexPart first = parts.get(0);
        return new Index(
                first.name(),
                first.unique(),
                parts.stream()
                        .flatMap(part ->
                                part.column() == null ? text.mentioned(part.key()).stream() : Stream.of(part.column()))
                        .toList(),
                Set.of("FULLTEXT", "SPATIAL").contains(first.type())
                        ? first.type().toLowerCase(Locale.ROOT)
                        : "",
                // The length of a key in a spatial index is not the user's.
                parts.stream()
                        .map(part -> first.type().equals("SPATIAL")
                                ? part.key().replaceFirst("\\(\\d+\\)$", "")
                                : part.key())
                        .collect(Collectors.joining(", ", "(", ")")),
                true);
    }

    private List<Constraint> checks(TextDependents text) {
        return rows(
                mariaDb
                        ? "select constraint_name, check_clause, level from information_schema.check_constraints"
                                + " where constraint_schema = ? and table_name = ? order by 1"
                        : "select c.constraint_name, c.check_clause, 'Table' from information_schema.check_constraints c"
                                + " join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema"
                                + " and t.constraint_name = c.constraint_name where t.table_schema = ? and t.table_name = ?"
                                + " and t.enforced = 'YES' order by 1",
                (row, n) -> new Constraint(
                        Kind.CHECK,
                        row.getString(1),
                        text.mentioned(row.getString(2)),
                        "check (" + row.getString(2) + ")",
                        "",
                        true,
                        row.getString(3).equals("Column")));
    }

    private List<ForeignKey> foreignKeys() {
        List<Reference> parts = jdbc.query(
                """
                select k.constraint_name, k.table_schema, k.table_name, k.column_name,
                    k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule
                from information_schema.key_column_usage k join information_schema.referential_constraints r
                    on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
                        and r.table_name = k.table_name
                where k.referenced_table_name is not null
                    and ((k.table_schema = ? and k.table_name = ?)
                        or (k.referenced_table_schema = ? and k.referenced_table_name = ?))
                order by k.table_schema, k.table_name, k.constraint_name, k.ordinal_position
                """,
                (row, n) -> new Reference(
                        row.getString(1),
                        new TableName(row.getString(2), row.getString(3)),
                        row.getString(4),
                        new TableName(row.getString(5), row.getString(6)),
                        row.getString(7),
                        action(row.getString(8)),
                        action(row.getString(9))),
                table.schema(),
                table.name(),
                table.schema(),
                table.name());
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.from() + " " + part.name(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(MySqlReader::foreignKey)
                .toList();
    }

    /** To InnoDB no action and restrict are the same, and it calls either by the other's name. */
    private static String action(String rule) {
        return rule.equals("RESTRICT") ? "no action" : rule.toLowerCase(Locale.ROOT);
    }

    private static ForeignKey foreignKey(List<Reference> parts) {
        Reference first = parts.get(0);
        return new ForeignKey(
                first.name(),
                first.from(),
                parts.stream().map(Reference::column).toList(),
                first.to(),
                parts.stream().map(Reference::toColumn).toList(),
                first.onUpdate(),
                first.onDelete(),
                "",
                true);
    }

    private List<Dependent> dependents(TextDependents text, List<Column> columns) {
        List<Dependent> found = new ArrayList<>(text.generated(columns));
        found.addAll(found(
                "select table_name, view_definition from information_schema.views where table_schema = ? order by 1",
                (row, n) -> text.view(row.getString(1), row.getString(2)),
                table.schema()));
        found.addAll(found(
                "select trigger_name, action_statement from information_schema.triggers"
                        + " where event_object_schema = ? and event_object_table = ? order by 1",
                (row, n) -> text.trigger(row.getString(1), row.getString(2)),
                table.schema(),
                table.name()));
        found.addAll(found(
                "select routine_name, routine_definition from information_schema.routines where routine_schema = ? order by 1",
                (row, n) -> text.routine(row.getString(1), row.getString(2)),
                table.schema()));
        return List.copyOf(found);
    }

    private List<Dependent> found(String sql, RowMapper<Optional<Dependent>> mapper, Object... parameters) {
        return jdbc.query(sql, mapper, parameters).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private @Nullable String partitioned() {
        return jdbc.queryForObject(
                "select max(concat_ws(' ', partition_expression, subpartition_expression)) from information_schema.partitions"
                        + " where table_schema = ? and table_name = ?",
                String.class,
                table.schema(),
                table.name());
    }

    private <T> List<T> rows(String sql, RowMapper<T> mapper) {
        return jdbc.query(sql, mapper, table.schema(), table.name());
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
