package dev.seamless.protocol;

import dev.seamless.SchemaPhase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small world that a pair lives in: rows, the constraints of the two columns, instances. Everything that the protocol decides
 * is in {@link Standing}, and comes from {@link Protocol} itself.
 *
 * @param pair what the ledger remembers
 * @param ddlRan whether the DDL of the migration under way has run
 * @param oldTight whether the old column carries constraints, so that a write must not leave it out
 * @param newTight the same for the new column
 * @param seal whether a check demands that both columns are equal
 * @param copied the rows that the pass under way has copied
 * @param rows the rows
 * @param fleet the instances; they are alike, so the list is sorted
 */
record World(
        Standing pair,
        boolean ddlRan,
        boolean oldTight,
        boolean newTight,
        boolean seal,
        int copied,
        List<Row> rows,
        List<Instance> fleet) {

    /** A value that no row has: the column is not there. */
    static final int ABSENT = -1;

    /** The value of a column that was added and not written yet. */
    static final int UNSET = -2;

    /** One row: its two columns, and the last committed write. */
    record Row(int old, int current, int last) {
        int read(SchemaPhase phase) {
            return phase.readsOld() ? old : current;
        }

        Row write(SchemaPhase phase, int value) {
            return new Row(phase.writesOld() ? value : old, phase.writesNew() ? value : current, value);
        }
    }

    /**
     * One instance.
     *
     * @param phase its phase, or null if it is down
     * @param member whether the ledger counts it as live
     * @param session whether it has a session in the database, and so can read and write
     */
    record Instance(@Nullable SchemaPhase phase, boolean member, boolean session) {
        static final Instance DOWN = new Instance(null, false, false);
    }

    static World first(int rows, int instances) {
        return new World(
                Standing.FIRST,
                false,
                true,
                false,
                false,
                0,
                Collections.nCopies(rows, new Row(0, ABSENT, 0)),
                Collections.nCopies(instances, Instance.DOWN));
    }

    boolean has(boolean old) {
        return (old ? rows.get(0).old() : rows.get(0).current()) != ABSENT;
    }

    Columns columns() {
        return Columns.of(has(true), has(false));
    }

    /** The phases that the ledger knows to be live. */
    Set<SchemaPhase> live() {
        return phases(fleet);
    }

    /** The phases that the ledger knows to be live, without one instance. */
    Set<SchemaPhase> liveBeside(int instance) {
        List<Instance> others = new ArrayList<>(fleet);
        others.remove(instance);
        return phases(others);
    }

    private static Set<SchemaPhase> phases(List<Instance> instances) {
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        for (Instance instance : instances) {
            if (instance.member()) {
                phases.add(Objects.requireNonNull(instance.phase()));
            }
        }
        return phases;
    }

    /** Whether the table takes a write of a phase. */
    boolean takes(SchemaPhase phase) {
        return (!phase.writesOld() || has(true))
                && (!phase.writesNew() || has(false))
                && (phase.writesNew() || !(newTight || seal))
                && (phase.writesOld() || !(oldTight || seal));
    }

    /** Whether the only copy of a write is gone, a statement of an instance fails, or it reads something stale. */
    boolean violated() {
        for (Row row : rows) {
            if (row.last() != row.old() && row.last() != row.current()) {
                return true;
            }
        }
        for (Instance instance : fleet) {
            SchemaPhase phase = instance.phase();
            if (phase != null && instance.session()) {
                if (!takes(phase) || rows.stream().anyMatch(row -> row.read(phase) != row.last())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a fact says that a column is current which is not. */
    boolean liesAboutAFact() {
        return rows.stream()
                .anyMatch(row -> (pair.oldCurrent() && row.old() != row.last())
                        || (pair.newCurrent() && row.current() != row.last()));
    }

    World pair(Standing pair) {
        return new World(pair, ddlRan, oldTight, newTight, seal, copied, rows, fleet);
    }

    World ddl(boolean ran) {
        return new World(pair, ran, oldTight, newTight, seal, copied, rows, fleet);
    }

    World constraints(boolean oldTight, boolean newTight, boolean seal) {
        return new World(pair, ddlRan, oldTight, newTight, seal, copied, rows, fleet);
    }

    World copied(int copied) {
        return new World(pair, ddlRan, oldTight, newTight, seal, copied, rows, fleet);
    }

    World row(int index, Row row) {
        List<Row> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return rows(List.copyOf(changed));
    }

    World rows(List<Row> rows) {
        return new World(pair, ddlRan, oldTight, newTight, seal, copied, rows, fleet);
    }

    World instance(int index, Instance instance) {
        List<Instance> changed = new ArrayList<>(fleet);
        changed.set(index, instance);
        changed.sort(Comparator.comparing(World::order));
        return new World(pair, ddlRan, oldTight, newTight, seal, copied, rows, List.copyOf(changed));
    }

    private static int order(Instance instance) {
        SchemaPhase phase = instance.phase();
        return (phase == null ? -1 : phase.ordinal()) * 4 + (instance.member() ? 2 : 0) + (instance.session() ? 1 : 0);
    }
}
