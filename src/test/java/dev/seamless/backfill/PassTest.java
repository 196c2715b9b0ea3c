package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass over one table: what it writes, what it marks, and what ends it. */
class PassTest {

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aWholePassMakesTheNewColumnCurrent(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(3000);
            town.instance(SchemaPhase.DUAL_WRITE).enter();

            EndedPass ended = town.forward();

            assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
            assertThat(ended.progress().seen()).isEqualTo(3000);
            assertThat(ended.progress().changed()).isEqualTo(2700);
            assertThat(town.drifted()).isZero();
            assertThat(town.record().standing().newCurrent()).isTrue();
            assertThat(town.record().standing().pass()).isNull();
            assertThat(town.ledger.history(town.record(), 2))
                    .extracting(Event::what)
                    .containsExactly("ended forward pass", "began forward pass");
            assertThat(town.forward().progress().changed()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aReversePassMakesTheOldColumnCurrent(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(100);
            town.forward();
            town.execute("update users set description = 'of NEW', bio = 'behind' where id < 50");
            town.execute("update users set description = null where id = 61");

            EndedPass ended = town.run(PassRequest.backfill(PassTown.PAIR, Direction.REVERSE, null));

            assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
            assertThat(town.count("bio = 'of NEW'")).isEqualTo(49);
            assertThat(town.count("id = 61 and bio is null")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableWithoutRowsIsCurrentAtOnce(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            assertThat(town.forward().end()).isEqualTo(PassEnd.MARKED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPassIsSpoiledByWhoDoesNotWriteTheColumnThatItFills(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(100);
            Fleet canary = town.instance(SchemaPhase.OLD);
            canary.enter();

            EndedPass ended = town.forward();

            assertThat(ended.end()).isEqualTo(PassEnd.SPOILED);
            assertThat(town.drifted()).isZero();
            assertThat(town.record().standing().newCurrent()).isFalse();
            canary.leave();
            assertThat(town.forward().end()).isEqualTo(PassEnd.MARKED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPassWaitsForWhoIsAboutToLeave(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.fill(100);
            Fleet canary = town.instance(SchemaPhase.OLD);
            canary.enter();
            PassObserver leaving = new PassObserver() {
                @Override
                public void paused(Pause why, Duration howLong) {
                    if (why == Pause.SPOILERS) {
                        canary.leave();
                    }
                }
            };
            PassRequest forward = PassRequest.backfill(PassTown.PAIR, Direction.FORWARD, null);
            assertThat(town.run(forward, PassTown.ALL_THE_TIME, leaving).end()).isEqualTo(PassEnd.MARKED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsMarkedBeforeEveryInstanceHasLooked(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            assertThatThrownBy(() -> town.passes(Duration.ofHours(1)).begin(Direction.FORWARD, PassTown.PAIR))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not every instance has looked");
            assertThat(town.forward().end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.record().age()).isGreaterThan(PassTown.EXPIRY.multipliedBy(2));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPassThatARuleForbidsNamesTheRuleAndTheNextMove(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.instance(SchemaPhase.DUAL_WRITE).enter();

            assertThatThrownBy(() -> town.run(PassRequest.backfill(PassTown.PAIR, Direction.REVERSE, null)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the new column must be current")
                    .hasMessageContaining("Next move: ");
            town.passes.begin(Direction.FORWARD, PassTown.PAIR);
            assertThat(town.passes.begin(Direction.FORWARD, PassTown.PAIR).joined())
                    .isTrue();
            assertThatThrownBy(() -> town.passes.begin(Direction.REVERSE, PassTown.PAIR))
                    .hasMessageContaining("at most one pass");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPassIsStoppedByHand(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            assertThat(town.passes.stop(PassTown.PAIR)).isFalse();
            town.forward();
            town.passes.begin(Direction.FORWARD, PassTown.PAIR);
            assertThat(town.progress()).isPresent();

            assertThat(town.passes.stop(PassTown.PAIR)).isTrue();

            assertThat(town.progress()).isEmpty();
            assertThat(town.record().standing().newCurrent()).isTrue();
            assertThat(town.ledger.history(town.record(), 1))
                    .extracting(Event::what)
                    .containsExactly("stopped forward pass");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void howTheLastPassEndedIsKnownWhateverHasHappenedSince(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            assertThat(town.ledger.lastEndOfPass(town.record())).isEmpty();
            town.forward();
            town.passes.begin(Direction.FORWARD, PassTown.PAIR);
            town.passes.stop(PassTown.PAIR);
            Fleet fleet = town.instance(SchemaPhase.DUAL_WRITE);
            for (int i = 0; i < 12; i++) {
                fleet.enter();
                fleet.leave();
            }

            assertThat(town.ledger.history(town.record(), 20))
                    .extracting(Event::what)
                    .containsOnly("entered", "left");
            assertThat(town.ledger.lastEndOfPass(town.record()))
                    .map(Event::what)
                    .contains("stopped forward pass");
        }
    }
}
