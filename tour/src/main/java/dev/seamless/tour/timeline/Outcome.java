package dev.seamless.tour.timeline;

/** What became of a request. */
public enum Outcome {
    /** It was answered as it should be. */
    SERVED,
    /** It got the answer that it had earned: below the floor, the gate's. */
    EARNED,
    /** It failed. */
    FAILED
}
