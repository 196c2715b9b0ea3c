package dev.seamless.protocol;

import static dev.seamless.SchemaPhase.DUAL_WRITE;
import static dev.seamless.SchemaPhase.NEW;
import static dev.seamless.SchemaPhase.OLD;
import static dev.seamless.SchemaPhase.READ_NEW;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Move.Deploy;
import dev.seamless.protocol.Move.Fill;
import dev.seamless.protocol.Move.Migrate;
import dev.seamless.protocol.Move.Rest;
import java.util.Set;

/** The way of one rename, forth and back: from where a pair stands, the next move (docs/the-way-of-one-rename.md). */
public final class Way {

    private final Standing pair;
    private final Set<SchemaPhase> live;
    private final Columns columns;

    /**
     * The way from where a pair stands.
     *
     * @param live the phases that live instances are in
     * @param columns the columns that the table has
     */
    public Way(Standing pair, Set<SchemaPhase> live, Columns columns) {
        this.pair = pair;
        this.live = live;
        this.columns = columns;
    }

    /** The next move towards the new name alone. */
    public Move forth() {
        Migration begun = pair.migration();
        if (begun != null) {
            return new Migrate(begun, "It has begun and is not done.");
        }
        return switch (columns) {
            case OLD_ONLY -> new Migrate(Migration.EXPAND, "There is no new column yet.");
            case NEW_ONLY -> new Rest("The old column is gone: delete @Renamed from the entity.");
            case BOTH -> pair.newCurrent() ? forthWithNewCurrent() : forthToNewCurrent();
        };
    }

    private Move forthToNewCurrent() {
        if (live.contains(OLD) || !live.contains(DUAL_WRITE)) {
            return new Deploy(
                    DUAL_WRITE, "The new column is behind, and every instance must write both before it is filled.");
        }
        return new Fill(Direction.FORWARD, "The new column is behind the old one.");
    }

    private Move forthWithNewCurrent() {
        if (!pair.barred().contains(NEW)) {
            if (live.contains(DUAL_WRITE)) {
                return new Deploy(READ_NEW, "The old column is still read.");
            }
            return live.equals(Set.of(NEW))
                    ? new Migrate(Migration.CONTRACT, "Nobody uses the old column any more.")
                    : new Deploy(NEW, "The old column is free of constraints, and the new one is current.");
        }
        if (!pair.barred().contains(OLD)) {
            return pair.oldCurrent()
                    ? new Migrate(
                            Migration.ALIGN,
                            "Both columns are current, and the new one lacks the old one's constraints.")
                    : new Fill(Direction.REVERSE, "The seal needs both columns equal, and the old one is behind.");
        }
        return live.equals(Set.of(READ_NEW))
                ? new Migrate(Migration.RELEASE, "The old column is not read, and carries constraints.")
                : new Deploy(READ_NEW, "The new column is current and has its constraints.");
    }

    /** The next move towards the old name alone. */
    public Move back() {
        Migration begun = pair.migration();
        if (begun != null) {
            return new Migrate(begun, "It has begun and is not done.");
        }
        return switch (columns) {
            case NEW_ONLY -> new Migrate(Migration.RETREAT, "There is no old column any more.");
            case OLD_ONLY -> new Rest("There is no new column.");
            case BOTH -> pair.oldCurrent() ? backWithOldCurrent() : backToOldCurrent();
        };
    }

    private Move backToOldCurrent() {
        if (live.contains(NEW) || !live.contains(READ_NEW)) {
            return new Deploy(
                    READ_NEW, "The old column is behind, and every instance must write both before it is filled.");
        }
        return new Fill(Direction.REVERSE, "The old column is behind the new one.");
    }

    private Move backWithOldCurrent() {
        if (!pair.barred().contains(NEW)) {
            return new Migrate(Migration.TIGHTEN, "The old column is current again, and lacks its constraints.");
        }
        if (pair.barred().contains(OLD)) {
            return live.equals(Set.of(DUAL_WRITE))
                    ? new Migrate(Migration.LOOSEN, "The new column is not read, and carries constraints.")
                    : new Deploy(DUAL_WRITE, "The old column is current and has its constraints.");
        }
        if (live.contains(READ_NEW)) {
            return new Deploy(DUAL_WRITE, "The new column is still read.");
        }
        return live.equals(Set.of(OLD))
                ? new Migrate(Migration.WITHDRAW, "Nobody uses the new column any more.")
                : new Deploy(OLD, "The new column is free of constraints, and the old one is current.");
    }

    /** The next move that leads to where an instance may start in a phase. */
    public Move towards(SchemaPhase phase) {
        boolean back =
                switch (phase) {
                    case OLD -> true;
                    case DUAL_WRITE -> columns == Columns.NEW_ONLY || !pair.oldCurrent();
                    case READ_NEW -> columns == Columns.NEW_ONLY;
                    case NEW -> false;
                };
        return back ? back() : forth();
    }
}
