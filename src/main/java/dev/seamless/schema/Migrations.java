package dev.seamless.schema;

import dev.seamless.protocol.Migration;
import dev.seamless.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The eight migrations of one pair as SQL for its table and database. What a migration needs is taken from the table as it is
 * now, so only the next one can be had: that the ledger has the evidence for it is not looked at here.
 */
public final class Migrations {

    private final Table table;
    private final @Nullable TypeChange change;
    private final Dialect dialect;

    /** The migrations of a rename that changes the name alone. */
    public Migrations(Table table) {
        this(table, null);
    }

    /**
     * The migrations of a rename.
     *
     * @param table the table as it is now
     * @param change what the rename changes besides the name, or {@code null}
     */
    public Migrations(Table table, @Nullable TypeChange change) {
        this.table = table;
        this.change = change;
        this.dialect = table.dialect();
    }

    /**
     * The files of a migration in the order in which they run; at least one.
     *
     * @throws dev.seamless.RefusedException if the table is not what the migration begins from, or something stands in its way
     *     that cannot be handled: with the whole list, and what to do
     */
    public List<MigrationFile> files(Migration migration) {
        boolean forth = !migration.isBack();
        // The side whose column leads: the other one is made like it, freed from its constraints, or dropped.
        String lead = forth ? table.oldColumn() : table.newColumn();
        String other = forth ? table.newColumn() : table.oldColumn();
        Obstacles obstacles = new Obstacles(table, migration, lead, other, change);
        obstacles.refuse();
        List<Step> steps =
                switch (migration) {
                    case EXPAND, RETREAT -> add(lead, other);
                    case ALIGN -> align(lead, other);
                    case TIGHTEN -> twins(lead, other);
                    case RELEASE, LOOSEN -> free(lead);
                    case CONTRACT, WITHDRAW ->
                        dialect.dropColumn(table, table.column(lead).orElseThrow());
                };
        List<String> notes = Stream.concat(obstacles.notes().stream(), notes(migration, lead, other).stream())
                .toList();
        return new MigrationText(dialect, migration, table.pair()).files(steps, notes);
    }

    private List<Step> add(String lead, String other) {
        Column like = table.column(lead).orElseThrow();
        Column column = like.named(other);
        if (change != null) {
            boolean toNew = other.equals(table.newColumn());
            String value = like.defaultValue();
            column = column.as(
                    change.typeOf(toNew),
                    value == null ? null : change.convert(toNew, value).orElse(null));
        }
        return dialect.addColumn(table, column);
    }

    private List<Step> align(String lead, String other) {
        List<Step> steps = new ArrayList<>(twins(lead, other));
        seal().ifPresent(seal -> steps.addAll(dialect.add(table, seal)));
        return steps;
    }

    private List<Step> twins(String lead, String other) {
        Twins twins = new Twins(table, lead, other, change);
        List<Step> steps = new ArrayList<>();
        twins.indexes().forEach(index -> steps.addAll(dialect.add(table, index)));
        twins.constraints().forEach(constraint -> steps.addAll(dialect.add(table, constraint)));
        twins.foreignKeys().forEach(key -> steps.addAll(dialect.add(table, key)));
        twins.notNull().ifPresent(column -> steps.addAll(dialect.setNotNull(table, column)));
        return steps;
    }

    private Optional<Constraint> seal() {
        if (dialect.whyChecksLock(table).isPresent()
                || table.seal().filter(Constraint::validated).isPresent()) {
            return Optional.empty();
        }
        return Comparison.of(table, change)
                .same()
                .map(same -> new Constraint(
                        Kind.CHECK,
                        table.sealName(),
                        List.of(table.oldColumn(), table.newColumn()),
                        "check (" + same + ")",
                        "",
                        true,
                        false));
    }

    /** The seal first, then what others refer to, then the column itself. */
    private List<Step> free(String column) {
        List<Step> steps = new ArrayList<>();
        table.seal().ifPresent(seal -> steps.addAll(dialect.drop(table, seal)));
        table.foreignKeys().stream()
                .filter(key -> key.mentions(table.name(), column))
                .forEach(key -> steps.addAll(dialect.drop(table, key)));
        table.constraints().stream()
                .filter(one -> one.columns().contains(column)
                        && !one.equals(table.seal().orElse(null)))
                .forEach(one -> steps.addAll(dialect.drop(table, one)));
        table.indexes().stream()
                .filter(index -> index.unique() && index.columns().contains(column))
                .forEach(index -> steps.addAll(dialect.drop(table, index)));
        steps.addAll(dialect.dropNotNull(table, table.column(column).orElseThrow()));
        return steps;
    }

    private List<String> notes(Migration migration, String lead, String other) {
        List<String> notes = new ArrayList<>();
        if (migration == Migration.ALIGN || migration == Migration.TIGHTEN) {
            new Twins(table, lead, other, change)
                    .notCarried()
                    .forEach(what -> notes.add("NOT CARRIED OVER: " + what
                            + ", because no SQL converts it. Add by hand what corresponds to it."));
        }
        if (migration == Migration.EXPAND || migration == Migration.RETREAT) {
            table.column(lead)
                    .map(Column::defaultValue)
                    .filter(value -> change != null
                            && change.convert(other.equals(table.newColumn()), value)
                                    .isEmpty())
                    .ifPresent(value -> notes.add("NOT CARRIED OVER: the default " + value
                            + ", because no SQL converts it. Add by hand what corresponds to it."));
        }
        if (migration == Migration.ALIGN && seal().isEmpty() && !table.sealed()) {
            notes.add("NO SEAL: "
                    + dialect.whyChecksLock(table)
                            .orElse(
                                    "no SQL compares the two columns, which hold large objects or differ by a converter without SQL")
                    + ". A writer of one column alone is found by a verification only.");
        }
        return notes;
    }
}
