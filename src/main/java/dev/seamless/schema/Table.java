package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.schema.Constraint.Kind;
import java.util.List;
import java.util.Optional;

/** The table of a pair, as the database holds it. Immutable: a picture of the moment when it was read. */
public final class Table {

    private final Dialect dialect;
    private final Pair pair;
    private final TableName name;
    private final Contents contents;
    private final String oldColumn;
    private final String newColumn;

    /** What is read of a table. */
    record Contents(
            List<Column> columns,
            List<String> primaryKey,
            List<Index> indexes,
            List<Constraint> constraints,
            List<ForeignKey> foreignKeys,
            List<Dependent> dependents,
            Partitions partitions) {}

    Table(Dialect dialect, Pair pair, TableName name, Contents contents) {
        this.dialect = dialect;
        this.pair = pair;
        this.name = name;
        this.contents = contents;
        Optional<String> old = find(pair.oldColumn());
        Optional<String> coming = find(pair.newColumn());
        this.oldColumn = old.orElseGet(() -> dialect.names().coming(pair.oldColumn(), pair.newColumn(), coming));
        this.newColumn = coming.orElseGet(() -> dialect.names().coming(pair.newColumn(), pair.oldColumn(), old));
    }

    /** The pair whose table this is. */
    public Pair pair() {
        return pair;
    }

    /** What the database calls the table. */
    public TableName name() {
        return name;
    }

    /** What the database calls the old column, or would call it if it were there. */
    public String oldColumn() {
        return oldColumn;
    }

    /** What the database calls the new column, or would call it if it were there. */
    public String newColumn() {
        return newColumn;
    }

    /** Its columns, in their order. */
    public List<Column> columns() {
        return contents.columns();
    }

    /** The columns of the primary key, in the order of the key; empty if there is none. */
    public List<String> primaryKey() {
        return contents.primaryKey();
    }

    /** The indexes that belong to no constraint. */
    public List<Index> indexes() {
        return contents.indexes();
    }

    /** The constraints, other than foreign keys. */
    public List<Constraint> constraints() {
        return contents.constraints();
    }

    /** The foreign keys from this table, and those from others to it. */
    public List<ForeignKey> foreignKeys() {
        return contents.foreignKeys();
    }

    /** What else names a column of the pair. */
    public List<Dependent> dependents() {
        return contents.dependents();
    }

    /** How the table is cut up. */
    public Partitions partitions() {
        return contents.partitions();
    }

    /** Whether it has a column, given by the name that the mapping or the database uses. */
    public boolean has(String column) {
        return find(column).isPresent();
    }

    /** A column, given by the name that the mapping or the database uses. */
    public Optional<Column> column(String column) {
        return find(column)
                .flatMap(actual -> columns().stream()
                        .filter(one -> one.name().equals(actual))
                        .findFirst());
    }

    /**
     * Whether a column carries what a statement that leaves it out may break: NOT NULL without a default, a unique, foreign key,
     * check or exclusion constraint, the seal. A column that is not there carries nothing.
     */
    public boolean constrained(String column) {
        Optional<Column> found = column(column);
        return found.isPresent()
                && (requiresValue(found.get())
                        || constraints().stream()
                                .anyMatch(one ->
                                        one.columns().contains(found.get().name()))
                        || indexes().stream()
                                .anyMatch(one -> one.unique()
                                        && one.columns().contains(found.get().name()))
                        || foreignKeys().stream()
                                .anyMatch(one -> one.mentions(name, found.get().name())));
    }

    private static boolean requiresValue(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.generated() == null;
    }

    /** Whether the seal is there: the check that the two columns of the pair do not differ. */
    public boolean sealed() {
        return seal().isPresent();
    }

    Optional<Constraint> seal() {
        return constraints().stream()
                .filter(one -> one.kind() == Kind.CHECK && one.name().equals(sealName()))
                .findFirst();
    }

    String sealName() {
        return dialect.names().own(name.name() + "_" + oldColumn + "_seal");
    }

    /** A table as SQL names it: with its schema where the pair has one, or where it is another one. */
    String sql(TableName other) {
        Names names = dialect.names();
        String bare = names.sql(other.name());
        return pair.schema() == null && other.schema().equals(name.schema())
                ? bare
                : names.sql(other.schema()) + "." + bare;
    }

    /** This table as SQL names it. */
    String sql() {
        return sql(name);
    }

    Dialect dialect() {
        return dialect;
    }

    private Optional<String> find(String column) {
        return dialect.names().find(columns().stream().map(Column::name).toList(), column);
    }
}
