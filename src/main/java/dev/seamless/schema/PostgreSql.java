package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.schema.Constraint.Kind;
import dev.seamless.schema.Step.Pace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL: every step either takes its lock for a moment, or works under one that lets others read and write. */
final class PostgreSql implements Dialect {

    private record Found(long id, TableName name) {}

    private final Names names;

    PostgreSql(Connection connection) throws SQLException {
        this.names = new Names(connection.getMetaData(), Folding.LOWER, "\"", 63);
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Keys keys() {
        return new PostgreSqlKeys();
    }

    @Override
    public Optional<Table> read(JdbcTemplate jdbc, Pair pair) {
        return jdbc
                .query(
                        """
                        select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and c.relname in (?, lower(?))
                            and n.nspname in (coalesce(?, current_schema()), lower(?))
                        order by c.relname = ? desc
                        """,
                        (row, n) -> new Found(row.getLong(1), new TableName(row.getString(2), row.getString(3))),
                        pair.table(),
                        pair.table(),
                        pair.schema(),
                        pair.schema(),
                        pair.table())
                .stream()
                .findFirst()
                .map(found -> new Table(
                        this, pair, found.name(), new PostgreSqlReader(jdbc, names, found.id()).read(found.name())));
    }

    @Override
    public String same(Equality equality, String one, String other) {
        return equality == Equality.IMAGE
                ? "row(" + one + ")::record *= row(" + other + ")::record"
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
        steps.add(new Step(
                "column",
                Stream.concat(
                                Stream.of(
                                        "Adds an empty column: ACCESS EXCLUSIVE for a moment, the rows are not touched."),
                                LintRemarks.ofType(column.type()).stream())
                        .toList(),
                Pace.QUICK,
                List.of(ddl.alter("add column if not exists " + name + " " + column.typeWithCollation()))));
        if (column.defaultValue() != null) {
            steps.add(
                    Step.quick(
                            "default",
                            ddl.alter("alter column " + name + " set default " + column.defaultValue()),
                            "A default that comes after the column leaves the rows as they are: ACCESS EXCLUSIVE for a moment."));
        }
        List<String> said = new ArrayList<>();
        if (column.comment() != null) {
            said.add("comment on column " + table.sql() + "." + name + " is " + Ddl.literal(column.comment()));
        }
        column.grants()
                .forEach(grant -> said.add("grant " + grant.privilege() + " (" + name + ") on " + table.sql() + " to "
                        + grant.grantee() + (grant.grantable() ? " with grant option" : "")));
        if (!said.isEmpty()) {
            steps.add(new Step(
                    "comment_and_privileges",
                    List.of("What people and roles know of the column; no lock that a reader or writer waits for."),
                    Pace.QUICK,
                    List.copyOf(said)));
        }
        return steps;
    }

    @Override
    public List<Step> add(Table table, Index index) {
        if (!table.partitions().tables().isEmpty()) {
            return new PostgreSqlPartitions(table).add(index);
        }
        return List.of(concurrently(table, table.name(), index));
    }

    /** An index built beside the writers. */
    static Step concurrently(Table table, TableName on, Index index) {
        Ddl ddl = new Ddl(table);
        return new Step(
                "index_" + index.name(),
                List.of(
                        "Built while others read and write. It waits for transactions that are older, and nobody waits for it.",
                        "An attempt that failed leaves an INVALID index: it is dropped first."),
                Pace.CONCURRENT,
                List.of(
                        "drop index concurrently if exists " + ddl.inSchema(index.name()),
                        "create " + (index.unique() ? "unique " : "") + "index concurrently if not exists "
                                + ddl.name(index.name()) + " on " + table.sql(on) + " " + index.definition()));
    }

    @Override
    public List<Step> add(Table table, Constraint constraint) {
        return constraint.kind() == Kind.UNIQUE ? addUnique(table, constraint) : addCheck(table, constraint);
    }

    private static List<Step> addUnique(Table table, Constraint constraint) {
        if (!table.partitions().tables().isEmpty()) {
            return new PostgreSqlPartitions(table).add(constraint);
        }
        return List.of(
                concurrently(table, table.name(), indexOf(constraint, constraint.name())),
                usingIndex(table, table.name(), constraint, constraint.name()));
    }

    static Index indexOf(Constraint unique, String name) {
        return new Index(name, true, unique.columns(), "", unique.definition(), true);
    }

    /** A constraint out of an index of its name that is there. */
    static Step usingIndex(Table table, TableName on, Constraint constraint, String name) {
        String quoted = table.dialect().names().sql(name);
        return Step.quick(
                "unique_" + name,
                unlessConstrained(
                        table,
                        on,
                        name,
                        "add constraint " + quoted + " unique using index " + quoted + constraint.options()),
                "Takes over the index that is built: ACCESS EXCLUSIVE for a moment, the rows are not read.");
    }

    /** There is no {@code add constraint if not exists}. */
    static String unlessConstrained(Table table, TableName on, String constraint, String add) {
        return "do $$ begin\n"
                + "    if not exists (select from pg_constraint\n"
                + "        where conrelid = " + Ddl.literal(table.sql(on)) + "::regclass and conname = "
                + Ddl.literal(constraint) + ") then\n"
                + "        " + new Ddl(table).alter(on, add) + ";\n"
                + "    end if;\n"
                + "end $$";
    }

    private static List<Step> addCheck(Table table, Constraint check) {
        Ddl ddl = new Ddl(table);
        String name = ddl.name(check.name());
        Step add = Step.quick(
                "check_" + check.name(),
                ddl.alter("drop constraint if exists " + name + ", add constraint " + name + " " + check.definition()
                        + " not valid"),
                "Holds for what is written from now on; the rows are not read: ACCESS EXCLUSIVE for a moment.");
        return check.validated() ? List.of(add, validate(ddl, table.name(), check.name())) : List.of(add);
    }

    static Step validate(Ddl ddl, TableName on, String constraint) {
        return Step.slow(
                "validate_" + constraint,
                ddl.alter(on, "validate constraint " + ddl.name(constraint)),
                "Reads every row under SHARE UPDATE EXCLUSIVE: others read and write meanwhile.");
    }

    @Override
    public List<Step> add(Table table, ForeignKey key) {
        if (key.from().equals(table.name()) && !table.partitions().tables().isEmpty()) {
            return new PostgreSqlPartitions(table).add(key);
        }
        return notValidThenValidate(table, key.from(), key, key.name());
    }

    static List<Step> notValidThenValidate(Table table, TableName on, ForeignKey key, String constraint) {
        Ddl ddl = new Ddl(table);
        String name = ddl.name(constraint);
        Step add = Step.quick(
                "foreign_key_" + constraint,
                ddl.alter(
                        on,
                        "drop constraint if exists " + name + ", add constraint " + name + " foreign key "
                                + ddl.references(key) + " not valid"),
                "Holds for what is written from now on; the rows are not read: ACCESS EXCLUSIVE here and SHARE ROW EXCLUSIVE",
                "on the table that is referred to, for a moment.");
        return key.validated() ? List.of(add, validate(ddl, on, constraint)) : List.of(add);
    }

    @Override
    public List<Step> setNotNull(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        Constraint check = new Constraint(
                Kind.CHECK,
                names.own(table.name().name() + "_" + column.name() + "_present"),
                List.of(column.name()),
                "check (" + ddl.name(column.name()) + " is not null)",
                "",
                true,
                false);
        List<Step> steps = new ArrayList<>(addCheck(table, check));
        steps.add(Step.quick(
                "not_null",
                ddl.alter("alter column " + ddl.name(column.name()) + " set not null"),
                "The validated check before it spares the reading of the rows: ACCESS EXCLUSIVE for a moment.",
                LintRemarks.ignore("adding-not-nullable-field")));
        steps.addAll(drop(table, check));
        return steps;
    }

    @Override
    public List<Step> drop(Table table, Index index) {
        if (!table.partitions().tables().isEmpty()) {
            return new PostgreSqlPartitions(table).drop(index);
        }
        return List.of(new Step(
                "drop_" + index.name(),
                List.of("Dropped while others read and write."),
                Pace.CONCURRENT,
                List.of("drop index concurrently if exists " + new Ddl(table).inSchema(index.name()))));
    }

    @Override
    public List<Step> drop(Table table, Constraint constraint) {
        return dropConstraint(table, table.name(), constraint.name(), "ACCESS EXCLUSIVE for a moment.");
    }

    @Override
    public List<Step> drop(Table table, ForeignKey key) {
        return dropConstraint(
                table, key.from(), key.name(), "ACCESS EXCLUSIVE on both tables of the key for a moment.");
    }

    private static List<Step> dropConstraint(Table table, TableName on, String constraint, String why) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "drop_" + constraint, ddl.alter(on, "drop constraint if exists " + ddl.name(constraint)), why));
    }

    @Override
    public List<Step> dropNotNull(Table table, Column column) {
        if (column.nullable()) {
            return List.of();
        }
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "nullable",
                ddl.alter("alter column " + ddl.name(column.name()) + " drop not null"),
                "ACCESS EXCLUSIVE for a moment. Nobody reads the column once instances leave it out.",
                LintRemarks.ignore("ban-drop-not-null")));
    }

    @Override
    public List<Step> dropColumn(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "column",
                ddl.alter("drop column if exists " + ddl.name(column.name())),
                "Goes with its default and its indexes; the rows are not touched: ACCESS EXCLUSIVE for a moment.",
                "Begun only when no live instance names the column any more.",
                LintRemarks.ignore("ban-drop-column")));
    }

    @Override
    public List<String> before(Step step) {
        String local = step.transactional() ? "set local " : "set ";
        boolean mayWait = step.pace() == Pace.CONCURRENT;
        boolean mayTakeLong = mayWait || step.pace() == Pace.SLOW;
        return List.of(
                local + "lock_timeout = " + (mayWait ? "'10min'" : "'3s'"),
                local + "statement_timeout = " + (mayTakeLong ? "0" : "'30s'"));
    }

    @Override
    public List<String> after(Step step) {
        return step.transactional() ? List.of() : List.of("reset lock_timeout", "reset statement_timeout");
    }
}
