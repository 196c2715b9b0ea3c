package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.schema.Constraint.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * MySQL and MariaDB. Every statement says by which algorithm and under which lock it runs, so that the database refuses it rather
 * than keep writers out unasked.
 */
final class MySql implements Dialect {

    private static final String BESIDE =
            "Works in place while others read and write; a metadata lock for a moment at begin and end.";

    private final Names names;
    private final boolean mariaDb;
    private final MySqlGuard guard;
    private final boolean copiesOnline;

    MySql(Connection connection) throws SQLException {
        this(connection.getMetaData(), isMariaDb(connection.getMetaData()));
    }

    private MySql(DatabaseMetaData database, boolean mariaDb) throws SQLException {
        this.names = new Names(database, Folding.INSENSITIVE, "`", 64);
        this.mariaDb = mariaDb;
        this.guard = new MySqlGuard(mariaDb);
        // A table can be copied beside its writers since MariaDB 11.2.
        this.copiesOnline = mariaDb
                && (database.getDatabaseMajorVersion() > 11
                        || (database.getDatabaseMajorVersion() == 11 && database.getDatabaseMinorVersion() >= 2));
    }

    /** MySQL's own driver says "MySQL" of a MariaDB; the version does not. */
    private static boolean isMariaDb(DatabaseMetaData database) throws SQLException {
        return (database.getDatabaseProductName() + database.getDatabaseProductVersion()).contains("MariaDB");
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Keys keys() {
        return new MySqlKeys();
    }

    @Override
    public Optional<Table> read(JdbcTemplate jdbc, Pair pair) {
        return jdbc
                .query(
                        """
                        select table_schema, table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema = coalesce(?, database()) and table_name in (?, ?)
                        """,
                        (row, n) -> new TableName(row.getString(1), row.getString(2)),
                        pair.schema(),
                        pair.table(),
                        names.table(pair.table()))
                .stream()
                .findFirst()
                .map(name -> new Table(this, pair, name, new MySqlReader(jdbc, names, mariaDb, name).read()));
    }

    @Override
    public String same(Equality equality, String one, String other) {
        return equality == Equality.IMAGE
                ? "cast(" + one + " as binary) <=> cast(" + other + " as binary)"
                : one + " <=> " + other;
    }

    /** There is no cast to most types; a comparison converts by itself. */
    @Override
    public String as(String expression, String type) {
        return "(" + expression + ")";
    }

    @Override
    public Optional<String> whyChecksLock(Table table) {
        return whyCopiesLock(table).map(why -> "a check is added by copying the table, and " + why);
    }

    private Optional<String> whyCopiesLock(Table table) {
        if (!copiesOnline) {
            return Optional.of("this database keeps writers out meanwhile");
        }
        boolean cascades = table.foreignKeys().stream()
                .anyMatch(key -> Set.of("cascade", "set null").contains(key.onDelete())
                        || Set.of("cascade", "set null").contains(key.onUpdate()));
        return cascades
                ? Optional.of("MariaDB keeps writers out meanwhile where a foreign key cascades")
                : Optional.empty();
    }

    @Override
    public List<Step> addColumn(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        String name = ddl.name(column.name());
        MySqlAlgorithm algorithm = MySqlAlgorithm.instantly(table, whyCopiesLock(table));
        List<Step> steps = new ArrayList<>();
        steps.add(algorithm.step(
                "column",
                guard.addColumn(
                        table,
                        column.name(),
                        ddl.alter("add column " + guard.unlessExists() + name + " " + column.typeWithCollation()
                                + " null" + comment(column) + algorithm.clause()))));
        if (column.defaultValue() != null) {
            steps.add(Step.quick(
                    "default",
                    guard.timed(ddl.alter("alter column " + name + " set default (" + column.defaultValue() + ")"
                            + ", algorithm=instant")),
                    MySqlAlgorithm.METADATA));
        }
        column.grants()
                .forEach(grant -> steps.add(Step.quick(
                        "grant_" + grant.privilege(),
                        "grant " + grant.privilege() + " (" + name + ") on " + table.sql() + " to " + grant.grantee()
                                + (grant.grantable() ? " with grant option" : ""),
                        "What roles know of the column; no lock on the table.")));
        return steps;
    }

    @Override
    public List<Step> add(Table table, Index index) {
        Ddl ddl = new Ddl(table);
        String kind = index.unique() ? "unique " : index.kind().isEmpty() ? "" : index.kind() + " ";
        boolean inline = index.kind().isEmpty();
        return List.of(Step.slow(
                "index_" + index.name(),
                guard.addIndex(
                        table,
                        index.name(),
                        ddl.alter("add " + kind + "index " + guard.unlessExists() + ddl.name(index.name()) + " "
                                + ddl.tidy(index.definition()) + ", algorithm=inplace, lock="
                                + (inline ? "none" : "shared"))),
                inline
                        ? BESIDE
                        : "A " + index.kind()
                                + " index keeps writers out while it is built, as long as the table is big."));
    }

    @Override
    public List<Step> add(Table table, Constraint check) {
        Ddl ddl = new Ddl(table);
        MySqlAlgorithm algorithm = MySqlAlgorithm.copying(whyCopiesLock(table));
        return List.of(algorithm.step(
                "check_" + check.name(),
                guard.addConstraint(
                        table,
                        table.name(),
                        check.name(),
                        ddl.alter("add constraint " + guard.unlessExists() + ddl.name(check.name()) + " "
                                + ddl.tidy(check.definition()) + algorithm.clause()))));
    }

    @Override
    public List<Step> add(Table table, ForeignKey key) {
        Ddl ddl = new Ddl(table);
        return List.of(new Step(
                "foreign_key_" + key.name(),
                List.of(
                        BESIDE,
                        "With the checks off the rows are not read. They need not be: the other column has the same key, and the"
                                + " two are equal."),
                Step.Pace.QUICK,
                guard.withoutForeignKeyChecks(guard.addConstraint(
                        table,
                        key.from(),
                        key.name(),
                        ddl.alter(
                                key.from(),
                                "add constraint " + ddl.name(key.name()) + " foreign key " + guard.unlessExists()
                                        + ddl.references(key) + ", algorithm=inplace, lock=none")))));
    }

    @Override
    public List<Step> setNotNull(Table table, Column column) {
        return List.of(modify(table, column, "not_null", " not null"));
    }

    @Override
    public List<Step> drop(Table table, Index index) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "drop_" + index.name(),
                guard.dropIndex(
                        table,
                        index.name(),
                        ddl.alter("drop index " + guard.ifExists() + ddl.name(index.name())
                                + ", algorithm=inplace, lock=none")),
                MySqlAlgorithm.METADATA));
    }

    @Override
    public List<Step> drop(Table table, Constraint constraint) {
        // A check that is part of the column's definition leaves with it.
        if (constraint.inline()) {
            return List.of();
        }
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "drop_" + constraint.name(),
                guard.dropConstraint(
                        table,
                        table.name(),
                        constraint.name(),
                        ddl.alter("drop constraint " + guard.ifExists() + ddl.name(constraint.name())
                                + ", algorithm=inplace, lock=none")),
                MySqlAlgorithm.METADATA));
    }

    @Override
    public List<Step> drop(Table table, ForeignKey key) {
        Ddl ddl = new Ddl(table);
        return List.of(Step.quick(
                "drop_" + key.name(),
                guard.dropConstraint(
                        table,
                        key.from(),
                        key.name(),
                        ddl.alter(
                                key.from(),
                                "drop foreign key " + guard.ifExists() + ddl.name(key.name())
                                        + ", algorithm=inplace, lock=none")),
                MySqlAlgorithm.METADATA));
    }

    @Override
    public List<Step> dropNotNull(Table table, Column column) {
        boolean checkedInline = table.constraints().stream()
                .anyMatch(one -> one.kind() == Kind.CHECK
                        && one.inline()
                        && one.columns().contains(column.name()));
        return column.nullable() && !checkedInline ? List.of() : List.of(modify(table, column, "nullable", " null"));
    }

    private Step modify(Table table, Column column, String what, String nullability) {
        Ddl ddl = new Ddl(table);
        MySqlAlgorithm algorithm = MySqlAlgorithm.rebuilding(table, whyCopiesLock(table));
        return algorithm.step(
                what,
                guard.timed(ddl.alter("modify column " + ddl.name(column.name()) + " " + column.typeWithCollation()
                        + nullability
                        + (column.defaultValue() == null ? "" : " default (" + column.defaultValue() + ")")
                        + comment(column)
                        + algorithm.clause())));
    }

    /** What is left of an index of several columns when one goes would be another index: it goes as a whole, and before. */
    @Override
    public List<Step> dropColumn(Table table, Column column) {
        Ddl ddl = new Ddl(table);
        List<Step> steps = new ArrayList<>();
        table.indexes().stream()
                .filter(index -> index.columns().contains(column.name()))
                .forEach(index -> steps.addAll(drop(table, index)));
        MySqlAlgorithm algorithm = MySqlAlgorithm.instantly(table, whyCopiesLock(table));
        steps.add(algorithm.step(
                "column",
                guard.dropColumn(
                        table,
                        column.name(),
                        ddl.alter("drop column " + guard.ifExists() + ddl.name(column.name()) + algorithm.clause()))));
        return steps;
    }

    @Override
    public List<String> before(Step step) {
        return guard.before();
    }

    @Override
    public List<String> after(Step step) {
        return guard.after();
    }

    private static String comment(Column column) {
        return column.comment() == null
                ? ""
                : " comment " + Ddl.literal(column.comment().replace("\\", "\\\\"));
    }
}
