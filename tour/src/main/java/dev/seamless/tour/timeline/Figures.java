package dev.seamless.tour.timeline;

import dev.seamless.tour.timeline.Span.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a timeline comes to. */
public final class Figures {

    /** Whoever was killed is thought to be live so long, in nanoseconds. */
    private static final long AFTERMATH = 5_000_000_000L;

    private final Instant began;
    private final List<Sample> samples;
    private final List<Span> spans;

    /** The figures of a timeline as it is now. */
    public Figures(Timeline timeline) {
        this.began = timeline.began();
        this.samples = timeline.samples();
        this.spans = timeline.spans();
    }

    /** The time of a clock on the wall. */
    public Instant clock(long nanos) {
        return began.plusNanos(nanos).truncatedTo(ChronoUnit.MILLIS);
    }

    /** All requests. */
    public List<Sample> samples() {
        return samples;
    }

    /** What went on. */
    public List<Span> spans() {
        return spans;
    }

    /** The spans of a kind. */
    public List<Span> spans(Kind kind) {
        return spans.stream().filter(span -> span.kind() == kind).toList();
    }

    /** The requests that were under way during a span. */
    public List<Sample> during(Span span) {
        return samples.stream().filter(span::touches).toList();
    }

    /** What the requests during a span took, without those beside which a JVM started or something went wrong on purpose. */
    public Latency latency(Span span) {
        return latency(List.of(span));
    }

    /** What requests took while nothing but traffic went on. */
    public Latency quiet() {
        return latency(spans(Kind.QUIET));
    }

    private Latency latency(List<Span> spans) {
        return Latency.of(samples.stream()
                .filter(sample -> spans.stream().anyMatch(span -> span.touches(sample)))
                .filter(this::isUndisturbed)
                .toList());
    }

    /** What requests took while a command was at work. */
    public Latency working() {
        return latency(spans(Kind.WORK));
    }

    /** What requests took while a JVM started beside them. */
    public Latency starting() {
        return Latency.of(samples.stream()
                .filter(sample -> touchesAny(sample, Kind.START) && !isUndisturbed(sample))
                .filter(sample -> !touchesAny(sample, Kind.CHAOS))
                .toList());
    }

    /** The failures by what failed: those that chaos accounts for, or the others. */
    public Map<String, Integer> failures(boolean inChaos) {
        Map<String, Integer> failures = new TreeMap<>();
        samples.stream()
                .filter(sample -> sample.failed() && isAccountedFor(sample) == inChaos)
                .forEach(sample -> failures.merge(sample.reason(), 1, Integer::sum));
        return failures;
    }

    /** What had to be tried again, and instances that ended by themselves: beside chaos or soon after it, or the others. */
    public Map<String, Integer> setbacks(boolean inChaos) {
        Map<String, Integer> setbacks = new TreeMap<>();
        spans(Kind.SETBACK).stream()
                .filter(setback -> spans(Kind.CHAOS).stream()
                                .anyMatch(chaos ->
                                        chaos.from() <= setback.to() && setback.from() - AFTERMATH <= chaos.to())
                        == inChaos)
                .forEach(setback -> setbacks.merge(setback.label(), 1, Integer::sum));
        return setbacks;
    }

    private boolean isAccountedFor(Sample sample) {
        return spans.stream().anyMatch(span -> span.accountsFor().contains(sample.reason()) && span.touches(sample));
    }

    /** What a command's work touches counts, even where it began beside the start of the command's JVM. */
    private boolean isUndisturbed(Sample sample) {
        return !touchesAny(sample, Kind.CHAOS) && (touchesAny(sample, Kind.WORK) || !touchesAny(sample, Kind.START));
    }

    private boolean touchesAny(Sample sample, Kind kind) {
        for (Span span : spans) {
            if (span.kind() == kind && span.touches(sample)) {
                return true;
            }
        }
        return false;
    }
}
