package dev.seamless.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import dev.seamless.gate.Verdict.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Duration QUIET = Duration.ofDays(30);
    private static final Map<String, Platform> LOW = Map.of("ios", GateTest.platform("1.4.0", "1.6.0"));
    private static final Map<String, Platform> RAISED = Map.of("ios", GateTest.platform("1.5.0", "1.6.0"));

    private final Time time = new Time();
    private final OldNameUse use = new OldNameUse(time);

    @Test
    void aFloorBelowItsCutoffHoldsTheOldName() {
        Verdict verdict = judge(LOW, UnknownClients.REJECT);
        assertThat(verdict.answer()).isEqualTo(Answer.NO);
        assertThat(verdict.holding())
                .singleElement()
                .asString()
                .contains("'ios'", "1.4.0", "1.5.0", "minimum to 1.5.0");
    }

    @Test
    void withEveryFloorRaisedAndUnknownClientsRejectedItCanGo() {
        assertThat(judge(RAISED, UnknownClients.REJECT))
                .isEqualTo(new Verdict("user-bio", Answer.YES, List.of(), List.of()));
    }

    @Test
    void unknownClientsThatWereSeenWithTheOldNameHoldIt() {
        time.pass(QUIET.multipliedBy(2));
        use.usedOldName(null, new Rename("user-bio", SchemaPhase.OLD, ApiPhase.BOTH));
        time.pass(QUIET.minusDays(1));
        assertThat(judge(RAISED, UnknownClients.BOTH).answer()).isEqualTo(Answer.NO);
        time.pass(Duration.ofDays(2));
        assertThat(judge(RAISED, UnknownClients.BOTH).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void anInstanceThatHasNotWatchedForLongEnoughDoesNotKnowYet() {
        time.pass(QUIET.minusSeconds(1));
        Verdict verdict = judge(RAISED, UnknownClients.BOTH);
        assertThat(verdict.answer()).isEqualTo(Answer.NOT_YET_KNOWN);
        assertThat(verdict.notKnown()).hasSize(3);
        time.pass(Duration.ofSeconds(1));
        assertThat(judge(RAISED, UnknownClients.BOTH).answer()).isEqualTo(Answer.YES);
        assertThat(judge(RAISED, UnknownClients.BOTH).notKnown()).hasSize(2);
    }

    @Test
    void clientsThatAreLetThroughBelowTheFloorHoldIt() {
        Gate gate = new Gate(
                () -> RAISED,
                List.of(GateTest.window(ApiPhase.BOTH, Map.of("ios", "1.5.0"))),
                UnknownClients.REJECT,
                BelowMinimum.INFORM);
        assertThat(new Judge(gate, use, QUIET).judge())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.toString()).contains("cannot go yet", "below-minimum"));
    }

    @Test
    void anOldNameThatOutlivesItsSunsetIsOverdue() {
        LocalDate sunset = LocalDate.of(2026, 11, 10);
        ApiWindow window =
                new ApiWindow(new Rename("user-bio", SchemaPhase.OLD, ApiPhase.BOTH), Map.of(), null, sunset);
        Gate gate = new Gate(Map::of, List.of(window), UnknownClients.BOTH, BelowMinimum.REJECT);
        try (OverdueNames overdue = new OverdueNames(gate, new Judge(gate, use, QUIET), time)) {
            assertThat(overdue.overdue()).isEmpty();
            time.pass(Duration.ofDays(9));
            assertThat(overdue.overdue())
                    .singleElement()
                    .asString()
                    .startsWith("the old name of 'user-bio' cannot be judged yet");
        }
    }

    private Verdict judge(Map<String, Platform> platforms, UnknownClients unknown) {
        Gate gate = new Gate(
                () -> platforms,
                List.of(GateTest.window(ApiPhase.BOTH, Map.of("ios", "1.5.0"))),
                unknown,
                BelowMinimum.REJECT);
        return new Judge(gate, use, QUIET).judge().get(0);
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
