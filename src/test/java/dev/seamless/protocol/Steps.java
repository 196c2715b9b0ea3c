package dev.seamless.protocol;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.World.Instance;
import dev.seamless.protocol.World.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every step that a {@link World} can take, as the protocol allows it. */
final class Steps {

    /** What whoever drives the protocol must keep; left out in turn, as the protocol's own rules are. */
    enum Duty {
        A_LIFT_COMES_AFTER_THE_DDL,
        SESSIONS_ARE_ENDED_BEFORE_AN_INSTANCE_IS_GONE,
        A_NEW_CONNECTION_CONFIRMS,
        ONLY_A_WHOLE_PASS_MARKS,
        TAKEN_BACK_ONLY_WHEN_THE_DDL_CANNOT_RUN
    }

    /** One step: what happens, and the world after it. */
    record Step(String what, World after) {}

    /** What may happen in a world besides what the rules say. */
    record Scope(boolean instancesAreDeclaredGone, boolean guardIsOff) {}

    private final Predicate<Enum<?>> holds;
    private final Protocol protocol;
    private final Scope scope;

    Steps(Predicate<Enum<?>> holds, Scope scope) {
        this.holds = holds;
        this.protocol = new Protocol(holds::test);
        this.scope = scope;
    }

    List<Step> from(World world) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < world.fleet().size(); i++) {
            if (i == 0 || !world.fleet().get(i).equals(world.fleet().get(i - 1))) {
                instance(steps, world, i);
            }
        }
        migrations(steps, world);
        passes(steps, world);
        return steps;
    }

    private void instance(List<Step> steps, World world, int i) {
        Instance instance = world.fleet().get(i);
        SchemaPhase phase = instance.phase();
        if (phase == null) {
            for (SchemaPhase to : SchemaPhase.values()) {
                start(steps, world, i, to);
            }
            return;
        }
        steps.add(new Step("an instance stops in " + phase, world.instance(i, Instance.DOWN)));
        if (instance.session() && world.takes(phase)) {
            for (int row = 0; row < world.rows().size(); row++) {
                for (int value = 0; value < 2; value++) {
                    Row written = world.rows().get(row).write(phase, value);
                    steps.add(new Step(phase + " writes " + value + " to row " + row, world.row(row, written)));
                }
            }
        }
        if (scope.instancesAreDeclaredGone()) {
            gone(steps, world, i, instance, phase);
        }
    }

    private void start(List<Step> steps, World world, int i, SchemaPhase phase) {
        if (scope.guardIsOff()
                || protocol.againstStart(phase, world.pair(), world.liveBeside(i))
                        .isEmpty()) {
            World started = stopIfNoPass(world.pair(protocol.start(phase, world.pair())));
            steps.add(new Step("an instance starts in " + phase, started.instance(i, new Instance(phase, true, true))));
        }
    }

    /** An instance is declared gone while its process runs on: it may open a connection, and may come back by the rules. */
    private void gone(List<Step> steps, World world, int i, Instance instance, SchemaPhase phase) {
        if (instance.member()) {
            boolean ended = holds.test(Duty.SESSIONS_ARE_ENDED_BEFORE_AN_INSTANCE_IS_GONE);
            steps.add(new Step(
                    "an instance in " + phase + " is declared gone",
                    world.instance(i, new Instance(phase, false, !ended))));
            return;
        }
        if (!instance.session() && !holds.test(Duty.A_NEW_CONNECTION_CONFIRMS)) {
            steps.add(new Step(
                    "the gone instance in " + phase + " opens a connection",
                    world.instance(i, new Instance(phase, false, true))));
        }
        start(steps, world, i, phase);
    }

    private void migrations(List<Step> steps, World world) {
        for (Migration migration : Migration.values()) {
            if (migration != world.pair().migration()
                    && protocol.againstBeginning(migration, world.pair(), world.live(), world.columns())
                            .isEmpty()) {
                Standing begun = protocol.begin(migration, world.pair());
                if (!holds.test(Duty.A_LIFT_COMES_AFTER_THE_DDL)) {
                    begun = protocol.lift(begun).migration(migration);
                }
                steps.add(new Step(
                        migration + " begins", stopIfNoPass(world.pair(begun)).ddl(false)));
            }
        }
        Migration under = world.pair().migration();
        if (under == null) {
            return;
        }
        if (world.ddlRan()) {
            steps.add(new Step(
                    under + " lifts", world.pair(protocol.lift(world.pair())).ddl(false)));
        } else {
            steps.add(new Step(under + " runs its DDL", ddl(under, world).ddl(true)));
        }
        if (under.drops() && (!world.ddlRan() || !holds.test(Duty.TAKEN_BACK_ONLY_WHEN_THE_DDL_CANNOT_RUN))) {
            steps.add(new Step(
                    under + " is taken back",
                    world.pair(protocol.takeBack(world.pair())).ddl(false)));
        }
    }

    static World ddl(Migration migration, World world) {
        return switch (migration) {
            case EXPAND ->
                world.has(false)
                        ? world
                        : world.rows(world.rows().stream()
                                .map(row -> new Row(row.old(), World.UNSET, row.last()))
                                .toList());
            case RETREAT ->
                world.has(true)
                        ? world
                        : world.rows(world.rows().stream()
                                .map(row -> new Row(World.UNSET, row.current(), row.last()))
                                .toList());
            case ALIGN -> world.constraints(world.oldTight(), true, true);
            case RELEASE -> world.constraints(false, world.newTight(), false);
            case TIGHTEN -> world.constraints(true, world.newTight(), world.seal());
            case LOOSEN -> world.constraints(world.oldTight(), false, false);
            case CONTRACT ->
                world.constraints(false, world.newTight(), false)
                        .rows(world.rows().stream()
                                .map(row -> new Row(World.ABSENT, row.current(), row.last()))
                                .toList());
            case WITHDRAW ->
                world.constraints(world.oldTight(), false, false)
                        .rows(world.rows().stream()
                                .map(row -> new Row(row.old(), World.ABSENT, row.last()))
                                .toList());
        };
    }

    private void passes(List<Step> steps, World world) {
        for (Direction direction : Direction.values()) {
            if (protocol.againstPass(direction, world.pair(), world.columns()).isEmpty()) {
                Standing begun = protocol.beginPass(direction, world.pair(), world.live());
                steps.add(new Step(
                        "a " + direction + " pass begins", world.pair(begun).copied(0)));
            }
        }
        Pass pass = world.pair().pass();
        if (pass == null || world.columns() != Columns.BOTH) {
            return;
        }
        if (world.copied() < world.rows().size()) {
            Row row = world.rows().get(world.copied());
            Row copied = pass.direction() == Direction.FORWARD
                    ? new Row(row.old(), row.old(), row.last())
                    : new Row(row.current(), row.current(), row.last());
            steps.add(new Step(
                    "the " + pass.direction() + " pass copies row " + world.copied(),
                    world.row(world.copied(), copied).copied(world.copied() + 1)));
        }
        if (world.copied() == world.rows().size() || !holds.test(Duty.ONLY_A_WHOLE_PASS_MARKS)) {
            steps.add(new Step(
                    "the " + pass.direction() + " pass ends",
                    world.pair(protocol.endPass(world.pair())).copied(0)));
        }
    }

    private static World stopIfNoPass(World world) {
        return world.pair().pass() == null ? world.copied(0) : world;
    }
}
