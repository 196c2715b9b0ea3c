package dev.seamless.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of an instance that is counted, or was refused and tries again; one that rests or has left has none. */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final String NAME = "seamless-heartbeat";

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
                Thread daemon = new Thread(task, NAME);
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

    /** Lets a beat under way come to its end; never interrupted, for that would close the file of an embedded H2. */
    void stop() {
        ScheduledExecutorService stopped;
        synchronized (this) {
            stopped = thread;
            thread = null;
        }
        if (stopped != null) {
            stopped.shutdown();
            if (!Thread.currentThread().getName().equals(NAME)) {
                await(stopped);
            }
        }
    }

    private static void await(ScheduledExecutorService stopped) {
        try {
            if (!stopped.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.info("The last heartbeat is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
