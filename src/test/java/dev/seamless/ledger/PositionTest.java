package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void whoeverWasKilledAndIsSilentForLongerThanItsExpiryStandsInNobodysWay() {
        Position position = new Position(
                Optional.empty(),
                List.of(member("killed", SchemaPhase.DUAL_WRITE, true), member("here", SchemaPhase.READ_NEW, false)),
                Columns.BOTH);
        assertThat(position.phases()).containsExactly(SchemaPhase.READ_NEW);
        assertThat(position.live()).hasSize(2);
    }

    private static Member member(String name, SchemaPhase phase, boolean expired) {
        return new Member("users", name, name, phase, Instant.EPOCH, Duration.ofSeconds(31), expired, true);
    }
}
