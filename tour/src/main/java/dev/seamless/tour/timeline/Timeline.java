package dev.seamless.tour.timeline;

import dev.seamless.tour.timeline.Span.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All requests, and what went on meanwhile. */
public final class Timeline {

    private final long zero = System.nanoTime();
    private final Instant began = Instant.now();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final Set<Open> open = new LinkedHashSet<>();

    /** Nanoseconds since the tour began. */
    public long now() {
        return System.nanoTime() - zero;
    }

    /** When the tour began. */
    public Instant began() {
        return began;
    }

    /** A request has ended. */
    public synchronized void add(Sample sample) {
        samples.add(sample);
    }

    /** Something begins, and ends when it is closed. */
    public Open open(Kind kind, String label) {
        return open(kind, label, Set.of());
    }

    /** Something begins that accounts for failures of requests, and ends when it is closed. */
    public synchronized Open open(Kind kind, String label, Set<String> accountsFor) {
        Open begun = new Open(kind, label, accountsFor);
        open.add(begun);
        return begun;
    }

    /** Something has happened. */
    public synchronized void add(Span span) {
        spans.add(span);
    }

    /** All requests that have ended. */
    public synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The requests that ended after the first so many. */
    public synchronized List<Sample> samplesAfter(int first) {
        return List.copyOf(samples.subList(Math.min(first, samples.size()), samples.size()));
    }

    /** What went on, and what still does, as if it ended now. */
    public synchronized List<Span> spans() {
        List<Span> all = new ArrayList<>(spans);
        open.forEach(each -> all.add(each.until(now())));
        return all;
    }

    /** Something that has begun. */
    public final class Open implements AutoCloseable {

        private final String label;
        private final Set<String> accountsFor;
        private Kind kind;
        private long from = now();

        private Open(Kind kind, String label, Set<String> accountsFor) {
            this.kind = kind;
            this.label = label;
            this.accountsFor = accountsFor;
        }

        private Span until(long to) {
            return new Span(kind, label, from, to, accountsFor);
        }

        /** It ends, and goes on as something else, unless it is that already. */
        public void turnInto(Kind other) {
            synchronized (Timeline.this) {
                if (kind != other && open.contains(this)) {
                    spans.add(until(now()));
                    kind = other;
                    from = now();
                }
            }
        }

        /** What it is now. */
        public Kind kind() {
            synchronized (Timeline.this) {
                return kind;
            }
        }

        @Override
        public void close() {
            synchronized (Timeline.this) {
                if (open.remove(this)) {
                    spans.add(until(now()));
                }
            }
        }
    }
}
