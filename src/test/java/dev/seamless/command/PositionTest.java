package dev.seamless.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.ledger.Member;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void whoeverWasKilledAndIsSilentForLongerThanItsExpiryStandsInNobodysWay() {
        Position position = new Position(
                true,
                Standing.FIRST,
                List.of(member("killed", SchemaPhase.DUAL_WRITE, true), member("here", SchemaPhase.READ_NEW, false)),
                Columns.BOTH);
        assertThat(position.phases()).containsExactly(SchemaPhase.READ_NEW);
        assertThat(position.live()).hasSize(2);
    }

    private static Member member(String name, SchemaPhase phase, boolean expired) {
        return new Member("users", name, name, phase, Instant.EPOCH, Duration.ofSeconds(31), expired, true);
    }
}
