package dev.seamless.tour.history;

/**
 * A value that a client has sent for a row; no other write sends the same value to that row.
 *
 * @param begun when it was sent
 * @param ended when it was acknowledged; {@link #NEVER} if it was not, or not yet: it may take effect at any time, or never
 */
public record Write(long row, String value, long begun, long ended) {

    /** Later than all else. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Earlier than all else. */
    public static final long ALWAYS = Long.MIN_VALUE;

    /** A value that a row had before anybody looked. */
    public static Write first(long row, String value) {
        return new Write(row, value, ALWAYS, ALWAYS);
    }

    boolean isAcknowledged() {
        return ended != NEVER;
    }

    Write acknowledged(long when) {
        return new Write(row, value, begun, when);
    }
}
