package dev.seamless.tour.report;

import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Sample;
import java.util.ArrayList;
import java.util.List;

/** The requests of a tour, second by second. */
final class Seconds {

    private final List<List<Sample>> seconds = new ArrayList<>();

    Seconds(List<Sample> samples) {
        for (Sample sample : samples) {
            int second = (int) (sample.ended() / 1_000_000_000);
            while (seconds.size() <= second) {
                seconds.add(new ArrayList<>());
            }
            seconds.get(second).add(sample);
        }
    }

    int count() {
        return seconds.size();
    }

    /** The median of each second. */
    List<Double> p50() {
        return seconds.stream().map(second -> Latency.of(second).p50()).toList();
    }

    /** What one in a hundred exceeds, in each second with its neighbours: one alone has few requests. */
    List<Double> p99() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            List<Sample> around = new ArrayList<>();
            seconds.subList(Math.max(0, i - 1), Math.min(seconds.size(), i + 2)).forEach(around::addAll);
            values.add(Latency.of(around).p99());
        }
        return values;
    }

    List<Double> of(Outcome outcome) {
        return seconds.stream()
                .map(second -> (double) second.stream()
                        .filter(sample -> sample.outcome() == outcome)
                        .count())
                .toList();
    }
}
