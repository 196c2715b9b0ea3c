package dev.seamless.tour.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.timeline.Span.Kind;
import java.util.Set;
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
    void onlyWhatWasUnderWayInChaosAndMayFailByItIsAccountedFor() throws Exception {
        add(Outcome.FAILED, "HTTP 500");
        Thread.sleep(5);
        try (Timeline.Open chaos = timeline.open(Kind.CHAOS, "kill -9", Set.of("instance gone"))) {
            add(Outcome.FAILED, "instance gone");
            add(Outcome.FAILED, "HTTP 404");
        }
        Thread.sleep(5);
        add(Outcome.EARNED, "");
        Figures figures = new Figures(timeline);
        assertThat(figures.failures(false)).containsOnlyKeys("HTTP 500", "HTTP 404");
        assertThat(figures.failures(true)).containsOnlyKeys("instance gone");
    }

    @Test
    void whatACommandTouchesAtItsWorkCountsThoughAJvmStarted() throws Exception {
        try (Timeline.Open move = timeline.open(Kind.MOVE, "expand");
                Timeline.Open command = timeline.open(Kind.START, "migrate")) {
            add(Outcome.SERVED, "");
            Thread.sleep(5);
            command.turnInto(Kind.WORK);
            add(Outcome.SERVED, "");
            long now = timeline.now();
            timeline.add(new Sample(now - 20_000_000, now, true, Outcome.SERVED, ""));
        }
        Figures figures = new Figures(timeline);
        assertThat(figures.working().requests()).isEqualTo(2);
        assertThat(figures.latency(figures.spans(Kind.MOVE).get(0)).requests()).isEqualTo(2);
        assertThat(figures.starting().requests()).isOne();
    }

    @Test
    void aSetbackIsAccountedForByChaosBesideItOrShortlyBefore() {
        long second = 1_000_000_000;
        timeline.add(new Span(Kind.CHAOS, "kill -9", 10 * second, 12 * second));
        timeline.add(new Span(Kind.SETBACK, "before", 8 * second, 9 * second));
        timeline.add(new Span(Kind.SETBACK, "beside", 9 * second, 11 * second));
        timeline.add(new Span(Kind.SETBACK, "soon after", 16 * second, 18 * second));
        timeline.add(new Span(Kind.SETBACK, "later", 18 * second, 19 * second));
        Figures figures = new Figures(timeline);
        assertThat(figures.setbacks(true)).containsOnlyKeys("beside", "soon after");
        assertThat(figures.setbacks(false)).containsOnlyKeys("before", "later");
    }

    private void add(Outcome outcome, String reason) {
        long now = timeline.now();
        timeline.add(new Sample(now, now + 1000, false, outcome, reason));
    }
}
