package dev.seamless.backfill;

import java.time.Duration;

/**
 * How hard a pass may work.
 *
 * @param workers how many windows this process has under way at a time; other processes may work on the same pass
 * @param replicaLag how far a replica may be behind before the pass pauses; zero to go on whatever replicas do
 * @param makesWay whether it takes small windows and rests most of the time while others are at work on the database
 */
public record PassSettings(int workers, Duration replicaLag, boolean makesWay) {

    /** One worker; replicas may be ten seconds behind; makes way. */
    public static final PassSettings DEFAULTS = new PassSettings(1, Duration.ofSeconds(10), true);

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if there is no worker
     */
    public PassSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers (" + workers + ") must be at least one");
        }
    }
}
