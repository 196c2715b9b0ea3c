package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.schema.Constraint.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2: its DDL locks the table, commits by itself, and is done when it returns. */
final class H2 implements Dialect {

    private static final String MOMENT = "H2 locks the table for a moment.";
    private static final String COPY = "H2 locks the table, for readers and writers, while it copies all rows.";
    private static final String READ = "H2 locks the table, for readers and writers, while it reads all rows.";

    private final Names names;

    H2(Connection connection) throws SQLException {
        this.names = new Names(connection.getMetaData(), Folding.of(connection.getMetaData()), "\"", 256);
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Keys keys() {
        return new H2Keys();
    }

    @Override
    public Optional<Table> read(JdbcTemplate jdbc, Pair pair) {
        return jdbc
                .query(
                        """
                        select table_schema, table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_name in (?, ?)
                            and table_schema in (coalesce(?, current_schema), ?)
                        order by table_name = ? desc
                        """,
                        (row, n) -> new TableName(row.getString(1), row.getString(2)),
                        pair.table(),
                        names.table(pair.table()),
                        pair.schema(),
                        pair.schema() == null ? null : names.table(pair.schema()),
                        pair.table())
                .stream()
                .findFirst()
                .map(name -> new Table(this, pair, name, new H2Reader(jdbc, names, name).read()));
    }

    @Override
    public String same(Equality equality, String one, String other) {
        return equality == Equality.IMAGE
                ? "cast(" + one + " as varbinary) is not distinct from cast(" + other + " as varbinary)"
                : one + " is not distinct from " + other;
    }

    @Override
    public String as(String expression, String type) {
        return "cast(" + expression + " as " + type + ")";
    }

    @Override
    public Optional<String> whyChecksLock(Table table) {
        return Optional.empty();
    }

    @Override
    public List<Step> addColumn(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        String name = ddl.name(column.name());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.slow("column", ddl.alter("add column if not exists " + name + " " + column.type()), COPY));
        if (column.defaultValue() != null) {
            steps.add(Step.quick(
                    "default", ddl.alter("alter column " + name + " set default " + column.defaultValue()), MOMENT));
        }
        if (column.comment() != null) {
            steps.add(Step.quick(
                    "comment",
                    "comment on column " + table.sql() + "." + name + " is " + Ddl.literal(column.comment()),
                    MOMENT));
        }
        return steps;
    }

    @Override
    public List<Step> add(Table table, Index index) {
        Ddl ddl = new Ddl(table);
        boolean spatial = index.kind().equals("spatial");
        return List.of(Step.slow(
                "index_" + index.name(),
                "create "
                        + (spatial ? "spatial " : index.unique() ? "unique " + (index.kind() + " ").stripLeading() : "")
                        + "index if not exists " + ddl.name(index.name()) + " on " + table.sql() + " "
                        + ddl.tidy(index.definition()),
                READ));
    }

    @Override
    public List<Step> add(Table table, Constraint constraint) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.slow(
                (constraint.kind() == Kind.UNIQUE ? "unique_" : "check_") + constraint.name(),
                ddl.alter("add constraint if not exists " + ddl.name(constraint.name()) + " "
                        + ddl.tidy(constraint.definition())),
                READ));
    }

    @Override
    public List<Step> add(Table table, ForeignKey key) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.slow(
                "foreign_key_" + key.name(),
                ddl.alter(
                        key.from(),
                        "add constraint if not exists " + ddl.name(key.name()) + " foreign key " + ddl.references(key)),
                READ));
    }

    @Override
    public List<Step> setNotNull(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        return List.of(
                Step.slow("not_null", ddl.alter("alter column " + ddl.name(column.name()) + " set not null"), READ));
    }

    @Override
    public List<Step> drop(Table table, Index index) {
        return List.of(Step.quick(
                "drop_" + index.name(), "drop index if exists " + new Ddl(table).inSchema(index.name()), MOMENT));
    }

    @Override
    public List<Step> drop(Table table, Constraint constraint) {
        return dropConstraint(table, table.name(), constraint.name());
    }

    @Override
    public List<Step> drop(Table table, ForeignKey key) {
        return dropConstraint(table, key.from(), key.name());
    }

    private static List<Step> dropConstraint(Table table, TableName on, String constraint) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "drop_" + constraint, ddl.alter(on, "drop constraint if exists " + ddl.name(constraint)), MOMENT));
    }

    @Override
    public List<Step> dropNotNull(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        return column.nullable()
                ? List.of()
                : List.of(Step.quick(
                        "nullable", ddl.alter("alter column " + ddl.name(column.name()) + " drop not null"), MOMENT));
    }

    /** H2 drops no column that an index of several columns has. */
    @Override
    public List<Step> dropColumn(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        List<Step> steps = new ArrayList<>();
        table.indexes().stream()
                .filter(index -> index.columns().contains(column.name()))
                .forEach(index -> steps.addAll(drop(table, index)));
        steps.add(Step.slow("column", ddl.alter("drop column if exists " + ddl.name(column.name())), COPY));
        return steps;
    }

    @Override
    public List<String> before(Step step) {
        return List.of("set lock_timeout 3000");
    }

    /** Nothing: a session cannot be told to forget its timeout, and three seconds are close to H2's own two. */
    @Override
    public List<String> after(Step step) {
        return List.of();
    }
}
