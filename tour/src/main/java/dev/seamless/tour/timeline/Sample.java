package dev.seamless.tour.timeline;

/**
 * One request, as its client saw it. Times are nanoseconds since the tour began.
 *
 * @param reason what failed, or empty
 */
public record Sample(long begun, long ended, boolean write, Outcome outcome, String reason) {

    /** How long it took, in milliseconds. */
    public double millis() {
        return (ended - begun) / 1e6;
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
