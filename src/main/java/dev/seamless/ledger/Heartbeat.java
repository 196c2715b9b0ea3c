package dev.seamless.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that beats while the instance is counted, and none otherwise. */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Duration every;
    private final Runnable beat;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    Heartbeat(Duration every, Runnable beat) {
        this.every = every;
        this.beat = beat;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread daemon = new Thread(task, "seamless-heartbeat");
                daemon.setDaemon(true);
                return daemon;
            });
            thread.scheduleWithFixedDelay(this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The database may be away: the next beat will tell, and only the first failure is logged. */
    private void once() {
        try {
            beat.run();
            if (failing) {
                LOG.info("The ledger can be reached again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The heartbeat of this instance failed; it goes on", e);
            }
            failing = true;
        }
    }

    synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }
}
