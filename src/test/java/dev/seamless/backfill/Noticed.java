package dev.seamless.backfill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What an application's clients notice of something beside them. They are alone and beside it in turn, a moment each, so that
 * what the disk does meanwhile falls on both.
 */
final class Noticed {

    static final int SLICES = 10;
    static final Duration SLICE = Duration.ofSeconds(1);

    private final List<Double> alone = new ArrayList<>();
    private final List<Double> beside = new ArrayList<>();

    interface Slice {
        void run(int number) throws Exception;
    }

    void measure(BenchmarkServer server, Slice something) throws Exception {
        Queue<Long> timesAlone = new ConcurrentLinkedQueue<>();
        Queue<Long> timesBeside = new ConcurrentLinkedQueue<>();
        try (Foreground foreground = new Foreground(server)) {
            Thread.sleep(SLICE.toMillis());
            for (int i = 0; i < SLICES; i++) {
                foreground.note(timesAlone);
                Thread.sleep(SLICE.toMillis());
                foreground.note(timesBeside);
                something.run(i);
            }
            foreground.note(new ConcurrentLinkedQueue<>()); // their leaving is not of interest
            foreground.end();
        }
        alone.add(Foreground.p99(timesAlone));
        beside.add(Foreground.p99(timesBeside));
    }

    /** The p99 without it, in milliseconds, of each measurement. */
    List<Double> alone() {
        return alone;
    }

    /** The p99 beside it, in milliseconds, of each measurement. */
    List<Double> beside() {
        return beside;
    }
}
