package dev.seamless.tour.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void aSeedGivesTheSamePlanEachTime() {
        assertThat(Plan.of(7, 20)).hasSize(20).isEqualTo(Plan.of(7, 20)).isNotEqualTo(Plan.of(8, 20));
    }

    @Test
    void everyDisruptionHasItsTurn() {
        assertThat(Plan.of(7, 3)).extracting(Plan::disruption).containsExactlyInAnyOrder(Disruption.values());
    }
}
