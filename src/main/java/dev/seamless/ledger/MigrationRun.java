package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Marker.Kind;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One run of a migration tool: the migrations that its scripts are marked with ({@link Marker}) begin before the script and are
 * lifted when it has been committed, which is known when the next one begins or the run ends.
 *
 * <p>A tool's adapter calls {@link #resume} before the first script, {@link #before} and {@link #after} around each, and
 * {@link #end} after the last was committed.
 */
public final class MigrationRun {

    /** A table that is read and copied before anybody notices. */
    private static final int FEW_ROWS = 10_000;

    private final Ledger ledger;
    private final MigrationSteps steps;
    private final Predicate<Pair> tableExisted;
    private final boolean mayTakeLong;
    private final List<Marker> toLift = new ArrayList<>();

    /**
     * A script of the tool.
     *
     * @param name its name, by which the ledger remembers it
     * @param text its text
     */
    public record Script(String name, String text) {

        List<Marker> markers() {
            return Marker.in(text);
        }

        /** Whether it belongs to a migration of a rename, and so does nothing, or the same again, when it is run twice. */
        public boolean isMarked() {
            return !markers().isEmpty();
        }
    }

    /**
     * A run that begins now.
     *
     * @param by who runs it, for the history
     * @param patience how long to wait for somebody live who stands in the way
     * @param tableExisted whether the table of a pair was there before the run
     * @param mayTakeLong whether nobody waits for the run, as an application does that starts
     */
    public MigrationRun(
            Ledger ledger, Instance by, Duration patience, Predicate<Pair> tableExisted, boolean mayTakeLong) {
        this.ledger = ledger;
        this.steps = new MigrationSteps(ledger, by, patience);
        this.tableExisted = tableExisted;
        this.mayTakeLong = mayTakeLong;
    }

    /**
     * Lifts what an earlier run has committed and died before lifting.
     *
     * @param applied the scripts that the tool remembers to have applied, in their order
     */
    public void resume(List<Script> applied) {
        for (PairRecord pair : ledger.pairs()) {
            Migration underWay = pair.standing().migration();
            if (underWay != null && isApplied(pair, underWay, applied)) {
                steps.lift(underWay, pair.pair());
            }
        }
    }

    /** Whether the script that lifts has been applied, after the one that began. */
    private static boolean isApplied(PairRecord pair, Migration migration, List<Script> applied) {
        List<String> names = applied.stream().map(Script::name).toList();
        int begun = names.lastIndexOf(pair.script());
        return begun >= 0
                && applied.subList(begun, applied.size()).stream()
                        .flatMap(script -> script.markers().stream())
                        .anyMatch(marker ->
                                marker.lifts() && marker.migration() == migration && isOf(marker.pair(), pair.pair()));
    }

    private static boolean isOf(Pair marked, Pair key) {
        return marked.table().equalsIgnoreCase(key.table())
                && marked.oldColumn().equalsIgnoreCase(key.oldColumn())
                && marked.newColumn().equalsIgnoreCase(key.newColumn())
                && (marked.schema() == null || marked.schema().equalsIgnoreCase(key.schema()));
    }

    /**
     * Begins what the script is marked to begin.
     *
     * @throws RefusedException if a rule forbids it, or it takes longer than a starting application may; then the script must
     *     not run
     */
    public void before(Script script) {
        end();
        List<Marker> markers = script.markers();
        markers.stream().filter(marker -> marker.kind() == Kind.LONG).forEach(marker -> refuseLong(marker, script));
        Patience patience = steps.patience();
        for (Marker marker : markers) {
            if (marker.begins()) {
                steps.begin(
                        patience, marker.migration(), marker.pair(), script.name(), !tableExisted.test(marker.pair()));
            } else if (marker.kind() != Kind.LONG) {
                requireBegun(marker, script);
            }
        }
    }

    private void refuseLong(Marker marker, Script script) {
        if (!mayTakeLong && ledger.hasMoreRows(marker.pair(), FEW_ROWS)) {
            throw new RefusedException(
                    script.name() + " takes as long as the table "
                            + marker.pair().table()
                            + " is big, which has more than " + FEW_ROWS
                            + " rows: a starting application does not run it.",
                    "Run it before this deploy, beside the instances that are live: --seamless.run=migrate.");
        }
    }

    /** A migration may have been taken back between its scripts. */
    private void requireBegun(Marker marker, Script script) {
        boolean begun = ledger.find(marker.pair())
                .filter(pair -> pair.standing().migration() == marker.migration())
                .isPresent();
        if (!begun) {
            throw new RefusedException(
                    script.name() + " goes on with the migration " + marker.migration() + " of " + marker.pair()
                            + ", which has not begun, or was taken back.",
                    "Begin it anew, by a script that is marked so.");
        }
    }

    /** Notes that a script has run; whether it is committed is not known yet. */
    public void after(Script script) {
        script.markers().stream().filter(Marker::lifts).forEach(toLift::add);
    }

    /** Lifts what has been committed. */
    public void end() {
        toLift.forEach(marker -> steps.lift(marker.migration(), marker.pair()));
        toLift.clear();
    }
}
