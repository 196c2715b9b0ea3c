package dev.seamless.schema;

import dev.seamless.RefusedException;
import dev.seamless.protocol.Migration;
import dev.seamless.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the way of a migration, and what a reviewer should know of although it does not. */
final class Obstacles {

    private record Obstacle(String what, String remedy) {}

    private final Table table;
    private final Migration migration;
    private final String lead;
    private final String other;
    private final @Nullable TypeChange change;
    private final List<Obstacle> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Looks for what stands in the way.
     *
     * @param lead the column that the other one is made like, or that is freed or dropped
     * @param other the other column
     */
    Obstacles(Table table, Migration migration, String lead, String other, @Nullable TypeChange change) {
        this.table = table;
        this.migration = migration;
        this.lead = lead;
        this.other = other;
        this.change = change;
        boolean adds = migration == Migration.EXPAND || migration == Migration.RETREAT;
        if (!table.has(lead)) {
            obstacle(
                    "the column " + lead + " is not there",
                    "Look at where the rename stands: this is not its next move.");
        } else if (adds == table.has(other)) {
            obstacle(
                    "the column " + other + (adds ? " is there already" : " is not there"),
                    adds
                            ? "If an attempt that failed has left it, run its files again; if it is another one, rename that first."
                            : "Look at where the rename stands: this is not its next move.");
        } else {
            look();
        }
    }

    private void look() {
        switch (migration) {
            case EXPAND, RETREAT -> {
                lookAtColumn();
                lookAtTable();
                table.dependents().stream()
                        .filter(one -> one.columns().contains(lead))
                        .forEach(one -> notes.add("THE " + one + " names " + lead + ": " + later(one)));
            }
            case ALIGN, TIGHTEN -> {
                lookAtTriggers();
                lookAtExclusions();
            }
            case RELEASE, LOOSEN -> {
                lookAtMissingTwins();
                lookAtReaders(false);
            }
            case CONTRACT, WITHDRAW -> {
                lookAtConstraints();
                lookAtReaders(true);
            }
        }
    }

    private void lookAtColumn() {
        Column column = table.column(lead).orElseThrow();
        if (table.primaryKey().isEmpty()) {
            obstacle(
                    "the table has no primary key, by which a pass walks its rows",
                    Rows.KEY_NEEDED + " Or keep the name of the column and rename the attribute alone (@Column).");
        }
        if (table.primaryKey().contains(lead)) {
            obstacle(
                    lead + " is part of the primary key, which identifies a row while it is copied",
                    "Give the table another primary key first, or keep the name of the column and rename the attribute alone"
                            + " (@Column).");
        }
        if (table.partitions().key().contains(lead)) {
            obstacle(
                    lead + " decides into which partition a row goes",
                    "A partition key cannot be moved: keep the name of the column and rename the attribute alone (@Column).");
        }
        if (column.generated() != null) {
            obstacle(
                    "the database makes the value of " + lead + " itself (" + column.generated() + ")",
                    "Let the application write it, or keep the name of the column and rename the attribute alone (@Column).");
        }
        if (column.volatileDefault()) {
            obstacle(
                    "the default of " + lead + " gives another value each time (" + column.defaultValue()
                            + "), so an insert that leaves both columns out would make them differ",
                    "Drop the default and let the application set the value.");
        }
        table.foreignKeys().stream()
                .filter(key -> key.changesItsColumns()
                        && key.from().equals(table.name())
                        && key.columns().contains(lead))
                .forEach(key -> obstacle(
                        "the foreign key " + key.name() + " (on update " + key.onUpdate() + ", on delete "
                                + key.onDelete() + ") changes " + lead + " and not the other column",
                        "Replace its action by 'no action' or 'restrict' (for a delete also 'cascade'), and let the application do"
                                + " what it did."));
    }

    private void lookAtTable() {
        Partitions partitions = table.partitions();
        if (partitions.partOf()) {
            obstacle(
                    "the table is a partition, or inherits",
                    "Map the partitioned table: its columns are those of its partitions.");
        }
        if (partitions.nested()
                || (partitions.key().isEmpty() && !partitions.tables().isEmpty())) {
            obstacle(
                    "other tables inherit from it, or its partitions are partitioned themselves",
                    "Write the migrations of this table by hand.");
        }
    }

    /** A trigger that knows one column would change that one alone, against the seal, or miss what is written to the other. */
    private void lookAtTriggers() {
        table.dependents().stream()
                .filter(one -> one.kind() == Dependent.Kind.TRIGGER)
                .filter(one -> one.columns().contains(lead) && !one.columns().contains(other))
                .forEach(one -> obstacle(
                        "the " + one + " names " + lead + " and not " + other,
                        "Change the trigger so that it treats both columns alike."));
    }

    private void lookAtExclusions() {
        new Twins(table, lead, other, change)
                .constraints().stream()
                        .filter(one -> one.kind() == Kind.EXCLUSION)
                        .forEach(one -> obstacle(
                                "the exclusion constraint on " + lead + " cannot be built on " + other
                                        + " without keeping everybody out",
                                "At a quiet time run: "
                                        + new Ddl(table)
                                                .alter("add constraint "
                                                        + table.dialect()
                                                                .names()
                                                                .sql(one.name()) + " " + one.definition()
                                                        + one.options())
                                        + ";"));
    }

    private void lookAtMissingTwins() {
        List<String> missing = new Twins(table, lead, other, change).named();
        if (!missing.isEmpty()) {
            obstacle(
                    other + " lacks what " + lead + " would lose: " + String.join(", ", missing),
                    migration == Migration.RELEASE
                            ? "Run the align migration first; write it again if the table has changed since."
                            : "Run the tighten migration first; write it again if the table has changed since.");
        }
    }

    private void lookAtConstraints() {
        if (table.constrained(lead)) {
            obstacle(
                    lead + " still carries constraints",
                    migration == Migration.CONTRACT
                            ? "Run the release migration first."
                            : "Run the loosen migration first.");
        }
        List<String> missing = new Twins(table, lead, other, change)
                .indexes().stream().map(Index::name).toList();
        if (!missing.isEmpty()) {
            obstacle(
                    other + " has no index like that of " + lead + ": " + String.join(", ", missing),
                    "Create it, or drop the other one.");
        }
    }

    private void lookAtReaders(boolean altogether) {
        for (Dependent one : table.dependents()) {
            if (!one.columns().contains(lead)) {
                continue;
            }
            if (one.kind() == Dependent.Kind.ROUTINE) {
                notes.add("THE " + one + " has both the table and " + lead + " in its text: read it before this runs.");
            } else if (altogether || !one.columns().contains(other)) {
                obstacle("the " + one + " names " + lead + (altogether ? "" : " and not " + other), remedy(one));
            }
        }
    }

    private String remedy(Dependent one) {
        return switch (one.kind()) {
            case VIEW -> "Make the view read " + other + " (it may go on calling it " + lead + ").";
            case TRIGGER, ROUTINE -> "Make it use " + other + ".";
            case GENERATED_COLUMN -> "Make it again, computed from " + other + ".";
            case PUBLICATION ->
                "Put " + other + " into the publication, and take " + lead + " out before it is dropped.";
            case POLICY -> "Make the policy read " + other + ".";
            case REPLICA_IDENTITY -> "Let the index on " + other + " be the replica identity.";
        };
    }

    private String later(Dependent one) {
        return one.kind() == Dependent.Kind.TRIGGER
                ? "before align it must treat " + other + " alike."
                : one.kind() == Dependent.Kind.ROUTINE
                        ? "read it, its text has the table too."
                        : "before release it must be moved to " + other + ".";
    }

    private void obstacle(String what, String remedy) {
        found.add(new Obstacle(what, remedy));
    }

    /** Throws with all that was found, if anything was. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new RefusedException(
                    "The migration " + migration + " of " + table.pair() + " is refused: "
                            + found.stream().map(Obstacle::what).collect(Collectors.joining("; ")) + ".",
                    found.stream().map(Obstacle::remedy).distinct().collect(Collectors.joining(" ")));
        }
    }

    /** What does not stand in the way, and should be known. */
    List<String> notes() {
        return notes;
    }
}
