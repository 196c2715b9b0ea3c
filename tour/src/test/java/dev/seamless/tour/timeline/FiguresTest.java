package dev.seamless.tour.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.timeline.Span.Kind;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Timeline timeline = new Timeline();

    @Test
    void whatWasUnderWayWhileAJvmStartedIsLeftOut() throws Exception {
        try (Timeline.Open move = timeline.open(Kind.MOVE, "deploy")) {
            add(Outcome.SERVED, "");
            Thread.sleep(5);
            try (Timeline.Open start = timeline.open(Kind.START, "start")) {
                add(Outcome.SERVED, "");
            }
            Thread.sleep(5);
            add(Outcome.SERVED, "");
        }
        Figures figures = new Figures(timeline);
        Span move = figures.spans(Kind.MOVE).get(0);
        assertThat(figures.during(move)).hasSize(3);
        assertThat(figures.latency(move).requests()).isEqualTo(2);
        assertThat(figures.starting().requests()).isOne();
    }

    @Test
    void movesThatAreOverTooSoonAreJudgedTogether() throws Exception {
        move(Latency.ENOUGH);
        move(Latency.ENOUGH - 1);
        move(1);
        Figures figures = new Figures(timeline);
        assertThat(figures.briefMoves().requests()).isEqualTo(Latency.ENOUGH);
    }

    private void move(int requests) throws InterruptedException {
        try (Timeline.Open move = timeline.open(Kind.MOVE, requests + " requests")) {
            for (int i = 0; i < requests; i++) {
                add(Outcome.SERVED, "");
            }
        }
        Thread.sleep(5);
    }

    @Test
    void onlyWhatWasUnderWayInChaosIsAccountedForByIt() throws Exception {
        add(Outcome.FAILED, "HTTP 500");
        Thread.sleep(5);
        try (Timeline.Open chaos = timeline.open(Kind.CHAOS, "kill -9")) {
            add(Outcome.FAILED, "instance gone");
        }
        Thread.sleep(5);
        add(Outcome.EARNED, "");
        Figures figures = new Figures(timeline);
        assertThat(figures.failures(false)).containsOnlyKeys("HTTP 500");
        assertThat(figures.failures(true)).containsOnlyKeys("instance gone");
    }

    private void add(Outcome outcome, String reason) {
        long now = timeline.now();
        timeline.add(new Sample(now, now + 1000, false, outcome, reason));
    }
}
