package dev.seamless.tour.report;

import dev.seamless.tour.history.Violation;
import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Span;
import java.util.List;

/**
 * What was seen during one move.
 *
 * @param failed the requests that failed, those included that chaos accounts for
 * @param latency without those beside which a JVM started or something went wrong on purpose
 * @param violations what the history showed at its end and not before
 * @param note what else there is to say
 */
public record Leg(Span span, int requests, int failed, Latency latency, List<Violation> violations, String note) {

    /** How many violations of a kind. */
    public long violations(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }
}
