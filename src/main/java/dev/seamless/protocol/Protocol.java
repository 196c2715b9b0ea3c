package dev.seamless.protocol;

import static dev.seamless.SchemaPhase.DUAL_WRITE;
import static dev.seamless.SchemaPhase.NEW;
import static dev.seamless.SchemaPhase.OLD;
import static dev.seamless.SchemaPhase.READ_NEW;

import dev.seamless.SchemaPhase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rules of one pair: who may start, when a migration or a pass may begin, and what that does to the two facts and the bars.
 *
 * <p>Questions ({@code against...}) answer with the rules that would be broken, none if it is allowed; transitions apply what
 * happens and ask nothing: a guard that only warns lets a start through, and its facts must be cleared all the same. Whoever
 * calls holds the pair's row in the ledger from question to transition.
 */
public final class Protocol {

    private final Predicate<Rule> holds;

    /** Creates the protocol with all of its rules. */
    public Protocol() {
        this(rule -> true);
    }

    /** For the test that leaves rules out. */
    Protocol(Predicate<Rule> holds) {
        this.holds = holds;
    }

    /**
     * What forbids an instance to start in a phase.
     *
     * @param live the phases that the other live instances are in
     */
    public List<Rule> againstStart(SchemaPhase phase, Standing pair, Set<SchemaPhase> live) {
        Broken broken = check().when(pair.barred().contains(phase), Rule.BARRED_PHASES_DO_NOT_START);
        switch (phase) {
            case OLD ->
                broken.when(!pair.oldCurrent(), Rule.OLD_NEEDS_OLD_CURRENT)
                        .when(live.contains(READ_NEW), Rule.OLD_NEEDS_NOBODY_IN_READ_NEW);
            case DUAL_WRITE -> broken.when(!pair.oldCurrent(), Rule.DUAL_WRITE_NEEDS_OLD_CURRENT);
            case READ_NEW -> broken.when(!pair.newCurrent(), Rule.READ_NEW_NEEDS_NEW_CURRENT);
            case NEW ->
                broken.when(!pair.newCurrent(), Rule.NEW_NEEDS_NEW_CURRENT)
                        .when(live.contains(DUAL_WRITE), Rule.NEW_NEEDS_NOBODY_IN_DUAL_WRITE);
        }
        return broken.rules();
    }

    /** The pair after an instance has started in a phase. */
    public Standing start(SchemaPhase phase, Standing pair) {
        return switch (phase) {
            case OLD ->
                starts(
                        pair.current(pair.oldCurrent(), pair.newCurrent() && !holds.test(Rule.STARTING_OLD_CLEARS_NEW)),
                        phase,
                        Rule.OLD_SPOILS_A_FORWARD_PASS,
                        Rule.STARTING_OLD_STOPS_A_REVERSE_PASS);
            case NEW ->
                starts(
                        pair.current(pair.oldCurrent() && !holds.test(Rule.STARTING_NEW_CLEARS_OLD), pair.newCurrent()),
                        phase,
                        Rule.NEW_SPOILS_A_REVERSE_PASS,
                        Rule.STARTING_NEW_STOPS_A_FORWARD_PASS);
            case DUAL_WRITE, READ_NEW -> pair;
        };
    }

    private Standing starts(Standing pair, SchemaPhase phase, Rule spoils, Rule stops) {
        Pass pass = pair.pass();
        if (pass == null) {
            return pair;
        }
        if (pass.direction().stoppedBy() == phase) {
            return holds.test(stops) ? pair.pass(null) : pair;
        }
        return holds.test(spoils) ? pair.pass(new Pass(pass.direction(), false)) : pair;
    }

    /**
     * What forbids a migration to begin. The one that is under way already may: it is resumed.
     *
     * @param live the phases that live instances are in
     * @param columns the columns that the table has
     */
    public List<Rule> againstBeginning(Migration migration, Standing pair, Set<SchemaPhase> live, Columns columns) {
        if (pair.migration() == migration) {
            return List.of();
        }
        Broken broken = check().when(pair.migration() != null, Rule.ONE_MIGRATION);
        boolean newBarred = pair.barred().contains(NEW);
        boolean oldBarred = pair.barred().contains(OLD);
        switch (migration) {
            case EXPAND -> broken.when(columns == Columns.NEW_ONLY, Rule.EXPAND_NEEDS_THE_OLD_COLUMN);
            case RETREAT -> broken.when(columns == Columns.OLD_ONLY, Rule.RETREAT_NEEDS_THE_NEW_COLUMN);
            case ALIGN ->
                broken.when(!pair.newCurrent(), Rule.ALIGN_NEEDS_NEW_CURRENT)
                        .when(!pair.oldCurrent(), Rule.ALIGN_NEEDS_OLD_CURRENT)
                        .when(!newBarred, Rule.ALIGN_NEEDS_NEW_BARRED);
            case RELEASE -> broken.when(!oldBarred, Rule.RELEASE_NEEDS_OLD_BARRED);
            case TIGHTEN -> broken.when(!pair.oldCurrent(), Rule.TIGHTEN_NEEDS_OLD_CURRENT);
            case LOOSEN -> broken.when(!newBarred, Rule.LOOSEN_NEEDS_NEW_BARRED);
            case CONTRACT ->
                broken.when(!pair.newCurrent(), Rule.CONTRACT_NEEDS_NEW_CURRENT)
                        .when(newBarred, Rule.CONTRACT_NEEDS_NEW_NOT_BARRED)
                        .when(anyOf(live, Migration.CONTRACT.bars()), Rule.CONTRACT_NEEDS_NOBODY_OUTSIDE_NEW);
            case WITHDRAW ->
                broken.when(!pair.oldCurrent(), Rule.WITHDRAW_NEEDS_OLD_CURRENT)
                        .when(oldBarred, Rule.WITHDRAW_NEEDS_OLD_NOT_BARRED)
                        .when(anyOf(live, Migration.WITHDRAW.bars()), Rule.WITHDRAW_NEEDS_NOBODY_OUTSIDE_OLD);
        }
        boolean adds = migration == Migration.EXPAND || migration == Migration.RETREAT;
        return broken.when(!adds && columns != Columns.BOTH, Rule.BOTH_COLUMNS_ARE_THERE)
                .rules();
    }

    /** The pair after a migration has begun: before its DDL, in a transaction of its own. */
    public Standing begin(Migration migration, Standing pair) {
        Standing begun = pair.migration(migration);
        return switch (migration) {
            case ALIGN -> bar(begun, migration, Rule.ALIGN_BARS_OLD);
            case TIGHTEN -> bar(begun, migration, Rule.TIGHTEN_BARS_NEW);
            case CONTRACT ->
                stopPass(
                        bar(begun, migration, Rule.CONTRACT_BARS_THE_OTHERS)
                                .current(pair.oldCurrent() && !holds.test(Rule.CONTRACT_CLEARS_OLD), pair.newCurrent()),
                        Rule.CONTRACT_STOPS_ANY_PASS);
            case WITHDRAW ->
                stopPass(
                        bar(begun, migration, Rule.WITHDRAW_BARS_THE_OTHERS)
                                .current(pair.oldCurrent(), pair.newCurrent() && !holds.test(Rule.WITHDRAW_CLEARS_NEW)),
                        Rule.WITHDRAW_STOPS_ANY_PASS);
            case EXPAND, RELEASE, LOOSEN, RETREAT -> begun;
        };
    }

    private Standing bar(Standing pair, Migration migration, Rule rule) {
        return holds.test(rule) ? pair.barred(Phases.with(pair.barred(), migration.bars())) : pair;
    }

    private Standing stopPass(Standing pair, Rule rule) {
        return holds.test(rule) ? pair.pass(null) : pair;
    }

    /** The pair after the DDL of the migration under way: its bars are lifted, and it is done. */
    public Standing lift(Standing pair) {
        Migration migration = pair.migration();
        return migration == null
                ? pair
                : pair.barred(Phases.without(pair.barred(), migration.lifts())).migration(null);
    }

    /**
     * The pair after a contract or withdraw was taken back, whose DDL has not run and can no longer run. The facts stay as they
     * are: an instance may have started since, and written one column only.
     */
    public Standing takeBack(Standing pair) {
        Migration migration = pair.migration();
        if (migration == null || !migration.drops()) {
            throw new IllegalStateException("no contract or withdraw is under way");
        }
        Standing back = pair.barred(Phases.without(pair.barred(), EnumSet.of(DUAL_WRITE, READ_NEW)))
                .migration(null);
        return holds.test(Rule.TAKING_BACK_LEAVES_THE_FACTS)
                ? back
                : back.current(
                        pair.oldCurrent() || migration == Migration.CONTRACT,
                        pair.newCurrent() || migration == Migration.WITHDRAW);
    }

    /** What forbids a pass to begin. */
    public List<Rule> againstPass(Direction direction, Standing pair, Columns columns) {
        Migration migration = pair.migration();
        Broken broken = check().when(pair.pass() != null, Rule.ONE_PASS)
                .when(migration != null && migration.drops(), Rule.NO_PASS_WHILE_A_COLUMN_IS_DROPPED)
                .when(columns != Columns.BOTH, Rule.BOTH_COLUMNS_ARE_THERE);
        switch (direction) {
            case FORWARD -> broken.when(!pair.oldCurrent(), Rule.FORWARD_NEEDS_OLD_CURRENT);
            case REVERSE -> broken.when(!pair.newCurrent(), Rule.REVERSE_NEEDS_NEW_CURRENT);
        }
        return broken.rules();
    }

    /** The pair after a pass has begun. */
    public Standing beginPass(Direction direction, Standing pair, Set<SchemaPhase> live) {
        Rule rule = direction == Direction.FORWARD ? Rule.OLD_SPOILS_A_FORWARD_PASS : Rule.NEW_SPOILS_A_REVERSE_PASS;
        boolean spoiled = live.contains(direction.spoiledBy()) && holds.test(rule);
        return pair.pass(new Pass(direction, !spoiled));
    }

    /** The pair after the whole pass under way has ended: an unspoiled one makes the column that it filled current. */
    public Standing endPass(Standing pair) {
        Pass pass = pair.pass();
        if (pass == null) {
            throw new IllegalStateException("no pass is under way");
        }
        boolean forward = pass.direction() == Direction.FORWARD;
        return pair.pass(null)
                .current(
                        pair.oldCurrent() || (pass.unspoiled() && !forward),
                        pair.newCurrent() || (pass.unspoiled() && forward));
    }

    private Broken check() {
        return new Broken(holds);
    }

    private static boolean anyOf(Set<SchemaPhase> live, Set<SchemaPhase> phases) {
        return live.stream().anyMatch(phases::contains);
    }
}
