package dev.seamless.tour.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.history.Violation.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Set<String> BOTH = Set.of("bio", "description");

    private final History history = new History();

    @Test
    void aClientIsServedANameThatItDoesNotKnow() {
        history.add(new Served("old app 1", Set.of("bio"), Set.of("bio"), Map.of("description", "one")));
        assertKinds(Kind.WRONG_SHAPE);
    }

    @Test
    void aClientIsServedANameMoreThanItKnows() {
        history.add(new Served("old app 1", Set.of("bio"), Set.of("bio"), Map.of("bio", "one", "description", "one")));
        assertKinds(Kind.WRONG_SHAPE);
    }

    @Test
    void aClientIsServedNoName() {
        history.add(new Served("unknown 1", BOTH, Set.of(), Map.of()));
        assertKinds(Kind.WRONG_SHAPE);
    }

    @Test
    void aClientIsNotServedTheNameThatItBreaksWithout() {
        history.add(new Served("unknown 1", BOTH, Set.of("bio"), Map.of("description", "one")));
        assertKinds(Kind.WRONG_SHAPE);
    }

    @Test
    void whatNobodyAskedForIsLookedAtButNotCounted() {
        history.add(Write.first(1, "first"));
        history.learn(new Read(1, "two", "me", 2, 3));
        assertKinds(Kind.NEVER_WRITTEN);
        assertThat(history.reads()).isZero();
    }

    @Test
    void twoNamesWithTwoValues() {
        history.add(new Served("unknown 1", BOTH, Set.of(), Map.of("bio", "one", "description", "two")));
        assertKinds(Kind.WRONG_SHAPE);
    }

    @Test
    void anyNameOfThoseThatItKnowsWillDo() {
        history.add(new Served("unknown 1", BOTH, Set.of(), Map.of("bio", "one")));
        history.add(new Served("unknown 1", BOTH, Set.of(), Map.of("bio", "one", "description", "one")));
        assertKinds();
    }

    @Test
    void aRejectedWriteMustNotShow() {
        Write write = new Write(1, "one", 0, Write.NEVER);
        history.add(Write.first(1, "first"));
        history.add(write);
        history.reject(write);
        history.add(new Read(1, "one", "me", 2, 3));
        assertKinds(Kind.NEVER_WRITTEN);
    }

    @Test
    void anAcknowledgedWriteCounts() {
        Write write = new Write(1, "one", 0, Write.NEVER);
        history.add(Write.first(1, "first"));
        history.add(write);
        assertThat(history.acknowledged()).isZero();
        history.acknowledge(write, 1);
        assertThat(history.acknowledged()).isOne();
        history.add(new Read(1, "first", "me", 2, 3));
        assertKinds(Kind.LOST);
    }

    @Test
    void whatElseWasSeenIsKept() {
        history.add(new Violation(Kind.COLUMNS_DIFFER, 0, "3 rows"));
        assertKinds(Kind.COLUMNS_DIFFER);
    }

    private void assertKinds(Kind... kinds) {
        assertThat(history.violations()).extracting(Violation::kind).containsExactly(kinds);
    }
}
