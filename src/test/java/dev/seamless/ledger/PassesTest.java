package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassesTest {

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRESQL"})
    void aPassIsSpoiledByNobodyWhoIsSilentForLongerThanItsExpiry(TestDatabase database) {
        try (Town town = Town.withLedger(database)) {
            town.migrate(Migration.EXPAND);
            town.instance(SchemaPhase.OLD, Town.UNHEARD).enter();
            assertThat(begun(town).unspoiled()).isFalse();
            passes(town).stop(Town.PAIR);
            town.silence();
            assertThat(begun(town).unspoiled()).isTrue();
            assertThat(town.ledger.fleet(town.record())).isEmpty();
        }
    }

    private static BegunPass begun(Town town) {
        return passes(town).begin(Direction.FORWARD, Town.PAIR);
    }

    private static Passes passes(Town town) {
        return new Passes(town.ledger, Instance.named("pass"), Duration.ZERO);
    }
}
