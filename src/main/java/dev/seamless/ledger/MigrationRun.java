package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One run of a migration tool: the migrations that its scripts are marked with ({@link Marker}) begin before the script and are
 * lifted when it has been committed, which is known when the next one begins or the run ends.
 *
 * <p>A tool's adapter calls {@link #resume} before the first script, {@link #before} and {@link #after} around each, and
 * {@link #end} after the last was committed.
 */
public final class MigrationRun {

    private final Ledger ledger;
    private final MigrationSteps steps;
    private final Predicate<Pair> tableExisted;
    private final List<Marker> toLift = new ArrayList<>();

    /**
     * A script of the tool.
     *
     * @param name its name, by which the ledger remembers it
     * @param text its text
     */
    public record Script(String name, String text) {

        List<Marker> markers() {
            return text.lines().map(Marker::parse).flatMap(Optional::stream).toList();
        }
    }

    /**
     * A run that begins now.
     *
     * @param by who runs it, for the history
     * @param patience how long to wait for somebody live who stands in the way
     * @param tableExisted whether the table of a pair was there before the run
     */
    public MigrationRun(Ledger ledger, Instance by, Duration patience, Predicate<Pair> tableExisted) {
        this.ledger = ledger;
        this.steps = new MigrationSteps(ledger, by, patience);
        this.tableExisted = tableExisted;
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
     * @throws RefusedException if a rule forbids it; then the script must not run
     */
    public void before(Script script) {
        end();
        Patience patience = steps.patience();
        for (Marker marker : script.markers()) {
            if (marker.begins()) {
                steps.begin(
                        patience, marker.migration(), marker.pair(), script.name(), !tableExisted.test(marker.pair()));
            } else {
                requireBegun(marker, script);
            }
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
