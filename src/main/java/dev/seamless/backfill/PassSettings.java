package dev.seamless.backfill;

import java.time.Duration;

/**
 * How hard a pass may work.
 *
 * @param workers how many windows this process has under way at a time; other processes may work on the same pass
 * @param replicaLag how far a replica may be behind before the pass pauses; zero to go on whatever replicas do
 * @param share how much of the time each of them works while others are at work on the database, in windows of about a millisecond: more
 *     than 0, and at most 1, which takes no notice of others
 */
public record PassSettings(int workers, Duration replicaLag, double share) {

    /** One worker; replicas may be ten seconds behind; a hundredth of the time. */
    public static final PassSettings DEFAULTS = new PassSettings(1, Duration.ofSeconds(10), 0.01);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if there is no worker, or no such share
     */
    public PassSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers (" + workers + ") must be at least one");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be more than 0 and at most 1");
        }
    }

    boolean makesWay() {
        return share < 1;
    }
}
