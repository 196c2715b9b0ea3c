package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a pass takes others to be at work. */
class TrafficTest {

    private final Traffic traffic = new Traffic(true);

    @Test
    void isSureThatNobodyIsThereOnlyAfterManyLooks() {
        look(15);
        assertThat(traffic.isUnderWay()).isTrue();
        look(1);
        assertThat(traffic.isUnderWay()).isFalse();
    }

    @Test
    void whoWasSeenCountsUntilManyLooksWereInVain() {
        look(16);
        traffic.found(1);

        assertThat(traffic.isWorthALook()).isFalse();
        look(15);
        assertThat(traffic.isUnderWay()).isTrue();
        look(1);
        assertThat(traffic.isUnderWay()).isFalse();
    }

    @Test
    void whoeverMakesNoWayLooksForNobody() {
        Traffic nobodys = new Traffic(false);
        nobodys.found(1);

        assertThat(nobodys.isWorthALook()).isFalse();
        assertThat(nobodys.isUnderWay()).isFalse();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            traffic.found(0);
        }
    }
}
