package dev.seamless.schema;

import dev.seamless.schema.Constraint.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads one table of an H2 from its information schema. */
final class H2Reader {

    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(next value for|nextval|(gen_)?random_uuid|uuid|newid|rand|random|secure_rand)\\b",
            Pattern.CASE_INSENSITIVE);

    private record Key(String name, String type, @Nullable String nullsDistinct) {}

    private record IndexPart(
            String name, String type, @Nullable String nullsDistinct, String column, boolean descending) {}

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
    private final TableName table;

    H2Reader(JdbcTemplate jdbc, Names names, TableName table) {
        this.jdbc = jdbc;
        this.names = names;
        this.table = table;
    }

    Table.Contents read() {
        List<Column> columns = columns();
        List<Constraint> constraints = constraints();
        return new Table.Contents(
                columns,
                constraints.stream()
                        .filter(one -> one.kind() == Kind.PRIMARY_KEY)
                        .findFirst()
                        .map(Constraint::columns)
                        .orElse(List.of()),
                indexes(),
                constraints,
                foreignKeys(),
                dependents(columns),
                Partitions.NONE);
    }

    private List<Column> columns() {
        H2Types types = new H2Types(jdbc, table);
        return jdbc.query(
                "select * from information_schema.columns where table_schema = ? and table_name = ? order by ordinal_position",
                (row, n) -> column(row, types),
                table.schema(),
                table.name());
    }

    private static Column column(ResultSet row, H2Types types) throws SQLException {
        String type = types.of(row);
        String value = row.getString("column_default");
        String collation = row.getString("collation_name");
        String updated = row.getString("column_on_update");
        boolean image = type.startsWith("varchar_ignorecase") || (collation != null && !collation.equals("OFF"));
        return new Column(
                row.getString("column_name"),
                row.getString("domain_name") == null ? type : "\"" + row.getString("domain_name") + "\"",
                null,
                value,
                value != null && VOLATILE.matcher(value).find(),
                row.getBoolean("is_identity")
                        ? "identity"
                        : updated != null ? "on update " + updated : row.getString("generation_expression"),
                row.getBoolean("is_nullable"),
                row.getString("remarks"),
                image ? Equality.IMAGE : Equality.VALUE,
                List.of());
    }

    private List<Constraint> constraints() {
        List<Key> keys = jdbc.query(
                """
                select constraint_name, constraint_type, nulls_distinct from information_schema.table_constraints
                where table_schema = ? and table_name = ? and constraint_type <> 'FOREIGN KEY' order by constraint_name
                """,
                (row, n) -> new Key(row.getString(1), row.getString(2), row.getString(3)),
                table.schema(),
                table.name());
        return keys.stream().map(this::constraint).toList();
    }

    private Constraint constraint(Key key) {
        Kind kind = Kind.valueOf(key.type().replace(' ', '_'));
        List<String> columns = jdbc.queryForList(
                kind == Kind.CHECK
                        ? "select column_name from information_schema.constraint_column_usage where constraint_schema = ? and"
                                + " constraint_name = ? order by 1"
                        : "select column_name from information_schema.key_column_usage where constraint_schema = ? and"
                                + " constraint_name = ? order by ordinal_position",
                String.class,
                table.schema(),
                key.name());
        String definition =
                switch (kind) {
                    case CHECK -> "check (" + clause(key.name()) + ")";
                    case UNIQUE -> "unique" + nulls(key.nullsDistinct()) + " " + list(columns.stream());
                    default -> "primary key " + list(columns.stream());
                };
        return new Constraint(kind, key.name(), columns, definition, "", true, false);
    }

    private String clause(String check) {
        String clause = jdbc.queryForObject(
                "select check_clause from information_schema.check_constraints where constraint_schema = ? and"
                        + " constraint_name = ?",
                String.class,
                table.schema(),
                check);
        return String.valueOf(clause);
    }

    private List<Index> indexes() {
        List<IndexPart> parts = jdbc.query(
                """
                select i.index_name, i.index_type_name, i.nulls_distinct, c.column_name, c.ordering_specification
                from information_schema.indexes i join information_schema.index_columns c
                    on c.index_schema = i.index_schema and c.index_name = i.index_name
                where i.table_schema = ? and i.table_name = ? and not i.is_generated and i.index_type_name <> 'PRIMARY KEY'
                order by i.index_name, c.ordinal_position
                """,
                (row, n) -> new IndexPart(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        "DESC".equals(row.getString(5))),
                table.schema(),
                table.name());
        return parts.stream()
                .map(IndexPart::name)
                .distinct()
                .map(name -> index(
                        parts.stream().filter(part -> part.name().equals(name)).toList()))
                .toList();
    }

    private Index index(List<IndexPart> parts) {
        IndexPart first = parts.get(0);
        boolean unique = first.type().startsWith("UNIQUE");
        return new Index(
                first.name(),
                unique,
                parts.stream().map(IndexPart::column).toList(),
                (unique ? nulls(first.nullsDistinct()).strip() : first.type().equals("SPATIAL INDEX") ? "spatial" : ""),
                parts.stream()
                        .map(part -> quoted(part.column()) + (part.descending() ? " desc" : ""))
                        .collect(Collectors.joining(", ", "(", ")")),
                true);
    }

    private List<ForeignKey> foreignKeys() {
        List<Reference> parts = jdbc.query(
                """
                select f.constraint_name, f.table_schema, f.table_name, f.column_name, t.table_schema, t.table_name, t.column_name,
                    r.update_rule, r.delete_rule
                from information_schema.referential_constraints r
                    join information_schema.key_column_usage f
                        on f.constraint_schema = r.constraint_schema and f.constraint_name = r.constraint_name
                    join information_schema.key_column_usage t
                        on t.constraint_schema = r.unique_constraint_schema and t.constraint_name = r.unique_constraint_name
                            and t.ordinal_position = f.position_in_unique_constraint
                where (f.table_schema = ? and f.table_name = ?) or (t.table_schema = ? and t.table_name = ?)
                order by f.constraint_name, f.ordinal_position
                """,
                (row, n) -> new Reference(
                        row.getString(1),
                        new TableName(row.getString(2), row.getString(3)),
                        row.getString(4),
                        new TableName(row.getString(5), row.getString(6)),
                        row.getString(7),
                        row.getString(8).toLowerCase(Locale.ROOT),
                        row.getString(9).toLowerCase(Locale.ROOT)),
                table.schema(),
                table.name(),
                table.schema(),
                table.name());
        return parts.stream()
                .map(Reference::name)
                .distinct()
                .map(name -> foreignKey(
                        parts.stream().filter(part -> part.name().equals(name)).toList()))
                .toList();
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

    /** Triggers of H2 are classes and have no text; its views and generated columns have. */
    private List<Dependent> dependents(List<Column> columns) {
        TextDependents text = new TextDependents(names, table, columns);
        List<Dependent> views = jdbc.query("""
                        select table_schema || '.' || table_name, view_definition from information_schema.views
                        where view_definition is not null order by 1
                        """, (row, n) -> text.view(row.getString(1), row.getString(2))).stream()
                .flatMap(Optional::stream)
                .toList();
        return Stream.concat(views.stream(), text.generated(columns).stream()).toList();
    }

    private static String nulls(@Nullable String distinct) {
        return distinct == null || distinct.equals("YES")
                ? ""
                : distinct.equals("NO") ? " nulls not distinct" : " nulls all distinct";
    }

    private static String list(Stream<String> columns) {
        return columns.map(H2Reader::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
