package dev.seamless.tour.timeline;

import java.util.List;

/** What some requests took, in milliseconds; 0 if there were none. */
public record Latency(int requests, double p50, double p99, double slowest) {

    /** Of fewer requests a hundredth part is none or one. */
    public static final int ENOUGH = 200;

    /** Of those that were served: a refusal is quick, and a failure is told of elsewhere. */
    public static Latency of(List<Sample> samples) {
        double[] millis = samples.stream()
                .filter(sample -> sample.outcome() == Outcome.SERVED)
                .mapToDouble(Sample::millis)
                .sorted()
                .toArray();
        return new Latency(millis.length, at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }
}
