package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.Fleets.Anchorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Enters the fleets when migrations have run and before a web server or a listener starts, and leaves when these have stopped. A
 * context that is refreshed for training, or prepared ahead of time, starts no lifecycle and so enters nothing.
 */
final class FleetLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FleetLifecycle.class);

    private final Fleets fleets;
    private volatile boolean running;

    FleetLifecycle(Fleets fleets) {
        this.fleets = fleets;
    }

    @Override
    public void start() {
        running = true;
        fleets.all().forEach(FleetLifecycle::enter);
    }

    private static void enter(Anchorage anchorage) {
        try {
            anchorage.fleet().enter();
        } catch (DataAccessResourceFailureException e) {
            LOG.warn(
                    "The database is away, so this instance is not in its fleet yet; it enters before it reads or writes",
                    e);
        }
    }

    @Override
    public void stop() {
        fleets.all().forEach(anchorage -> anchorage.fleet().leave());
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that serves. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
