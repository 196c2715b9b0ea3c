package dev.seamless.tour.report;

import dev.seamless.tour.history.Violation;
import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tour came to.
 *
 * @param way what it is called
 * @param looks how often all rows of both columns were compared
 * @param ended why it could not go on, or {@code null}
 */
public record Result(
        String way,
        long seed,
        boolean chaos,
        double seconds,
        long acknowledged,
        long reads,
        int looks,
        Figures figures,
        List<Leg> legs,
        List<Violation> violations,
        @Nullable String ended) {

    /** The violations by kind, each kind there. */
    public Map<Violation.Kind, Long> counts() {
        Map<Violation.Kind, Long> counts = new EnumMap<>(Violation.Kind.class);
        for (Violation.Kind kind : Violation.Kind.values()) {
            counts.put(kind, 0L);
        }
        violations.forEach(violation -> counts.merge(violation.kind(), 1L, Long::sum));
        return counts;
    }

    /** Requests that failed, and nothing that went wrong on purpose accounts for them. */
    public int unearned() {
        return figures.failures(false).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The requests that got the gate's answer. */
    public long earned() {
        return figures.samples().stream()
                .filter(sample -> sample.outcome() == Outcome.EARNED)
                .count();
    }

    /** Whether nobody noticed anything, and nothing had to be tried twice. */
    public boolean isClean() {
        return violations.isEmpty()
                && unearned() == 0
                && figures.setbacks(false).isEmpty()
                && ended == null;
    }
}
