package dev.seamless.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Steps.Duty;
import dev.seamless.protocol.Steps.Scope;
import dev.seamless.protocol.Steps.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explores every state that the shipped protocol lets a small world reach. */
class ProtocolTest {

    private static final Scope RUNNING = new Scope(false, false);
    private static final Scope DECLARED_GONE = new Scope(true, false);
    private static final Scope UNGUARDED = new Scope(false, true);

    /** What the exploration found: the states, and the way to the first bad one. */
    private record Found(Map<World, Step> states, @Nullable List<String> way) {}

    @Test
    void everyReachableStateIsSafe() {
        Found found = explore(World.first(1, 3), rule -> true, RUNNING, World::violated);

        assertThat(found.way()).isNull();
        System.out.printf(
                "protocol, one row and three instances: %,d states%n",
                found.states().size());
    }

    @Test
    void everyReachableStateIsSafeWithTwoRowsAndInstancesThatAreDeclaredGone() {
        Found found = explore(World.first(2, 2), rule -> true, DECLARED_GONE, World::violated);

        assertThat(found.way()).isNull();
        System.out.printf(
                "protocol, two rows and two instances that may be gone: %,d states%n",
                found.states().size());
    }

    @Test
    void factsAreTrueEvenWhereTheGuardIsOff() {
        Found found = explore(World.first(1, 3), rule -> true, UNGUARDED, World::liesAboutAFact);

        assertThat(found.way()).isNull();
        System.out.printf(
                "protocol without a guard: %,d states%n", found.states().size());
    }

    @Test
    void bothEndsCanBeReachedFromEveryState() {
        Found found = explore(World.first(1, 2), rule -> true, RUNNING, World::violated);
        Map<World, List<World>> before = new HashMap<>();
        Steps steps = new Steps(rule -> true, RUNNING);
        for (World world : found.states().keySet()) {
            for (Step step : steps.from(world)) {
                before.computeIfAbsent(step.after(), key -> new ArrayList<>()).add(world);
            }
        }

        for (SchemaPhase end : List.of(SchemaPhase.OLD, SchemaPhase.NEW)) {
            Set<World> reach = new HashSet<>(found.states().keySet().stream()
                    .filter(world -> rests(world, end))
                    .toList());
            Deque<World> queue = new ArrayDeque<>(reach);
            while (!queue.isEmpty()) {
                for (World world : before.getOrDefault(queue.remove(), List.of())) {
                    if (reach.add(world)) {
                        queue.add(world);
                    }
                }
            }
            assertThat(reach)
                    .as("states from which %s can be reached", end)
                    .hasSameSizeAs(found.states().keySet());
        }
    }

    /** From wherever a pair stands, doing the next move and then the next leads to the end, both ways. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNextMoveLeadsToTheEnd(boolean forth) {
        for (World world : explore(World.first(1, 3), rule -> true, RUNNING, World::violated)
                .states()
                .keySet()) {
            World at = world;
            Move move = next(at, forth);
            for (int i = 0; !(move instanceof Move.Rest); i++) {
                assertThat(i)
                        .as("moves from %s, the next being %s", world, move)
                        .isLessThan(20);
                at = Moves.make(move, at);
                move = next(at, forth);
            }
            assertThat(at.columns()).isEqualTo(forth ? Columns.NEW_ONLY : Columns.OLD_ONLY);
        }
    }

    private static Move next(World world, boolean forth) {
        Way way = new Way(world.pair(), world.live(), world.columns());
        return forth ? way.forth() : way.back();
    }

    private static boolean rests(World world, SchemaPhase end) {
        Columns only = end == SchemaPhase.OLD ? Columns.OLD_ONLY : Columns.NEW_ONLY;
        return world.pair().migration() == null
                && world.columns() == only
                && new Protocol().againstStart(end, world.pair(), world.live()).isEmpty();
    }

    @Test
    void onlyNeighboursLiveTogether() {
        Set<String> together = new TreeSet<>();
        for (World world : explore(World.first(1, 3), rule -> true, RUNNING, World::violated)
                .states()
                .keySet()) {
            for (SchemaPhase one : world.live()) {
                for (SchemaPhase other : world.live()) {
                    if (one.compareTo(other) < 0) {
                        together.add(one + " " + other);
                    }
                }
            }
        }
        assertThat(together).containsExactly("DUAL_WRITE READ_NEW", "OLD DUAL_WRITE", "READ_NEW NEW");
    }

    /** Rules whose loss another rule prevents too, each seen by the exploration; every other must be caught. */
    private static final Set<Enum<?>> COVERED = Set.of(
            Rule.OLD_NEEDS_OLD_CURRENT,
            Rule.NEW_NEEDS_NEW_CURRENT,
            Rule.ONE_PASS,
            Rule.ONE_MIGRATION,
            Rule.ALIGN_NEEDS_OLD_CURRENT,
            Rule.RELEASE_NEEDS_OLD_BARRED,
            Rule.LOOSEN_NEEDS_NEW_BARRED,
            Rule.CONTRACT_NEEDS_NEW_CURRENT,
            Rule.CONTRACT_NEEDS_NEW_NOT_BARRED,
            Rule.WITHDRAW_NEEDS_OLD_CURRENT,
            Rule.WITHDRAW_NEEDS_OLD_NOT_BARRED);

    static Stream<Enum<?>> rules() {
        return Stream.concat(Stream.of(Rule.values()), Stream.of(Duty.values()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavingOutARuleIsCaught(Enum<?> rule) {
        Found found = explore(World.first(1, 3), other -> other != rule, RUNNING, World::violated);
        if (found.way() == null) {
            found = explore(World.first(2, 2), other -> other != rule, DECLARED_GONE, World::violated);
        }
        System.out.println("without " + rule + ": "
                + (found.way() == null ? "no loss, another rule covers it" : String.join("; ", found.way())));

        assertThat(found.way() == null).as("covered by another rule").isEqualTo(COVERED.contains(rule));
    }

    private static Found explore(World first, Predicate<Enum<?>> holds, Scope scope, Predicate<World> bad) {
        Steps steps = new Steps(holds, scope);
        Map<World, Step> cameFrom = new LinkedHashMap<>();
        Deque<World> queue = new ArrayDeque<>(List.of(first));
        cameFrom.put(first, new Step("", first));
        while (!queue.isEmpty()) {
            World world = queue.remove();
            if (bad.test(world)) {
                return new Found(cameFrom, way(cameFrom, world));
            }
            for (Step step : steps.from(world)) {
                if (cameFrom.putIfAbsent(step.after(), new Step(step.what(), world)) == null) {
                    queue.add(step.after());
                }
            }
        }
        return new Found(cameFrom, null);
    }

    private static List<String> way(Map<World, Step> cameFrom, World to) {
        List<String> way = new ArrayList<>();
        for (Step step = cameFrom.get(to); !step.what().isEmpty(); step = cameFrom.get(step.after())) {
            way.add(step.what());
        }
        Collections.reverse(way);
        return way;
    }
}
