package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.backfill.Backfill;
import dev.seamless.backfill.PassObserver;
import dev.seamless.backfill.PassRequest;
import dev.seamless.backfill.Pause;
import dev.seamless.backfill.StopSign;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pass that this instance runs, or has run, in a thread of its own. */
final class RunningPass implements PassObserver {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPass.class);
    private static final Duration SHOWN_AT_LEAST = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(5);
    private static final String STOPPED = "stopped; it can be gone on with";
    private static final int KEYS_SHOWN = 20;

    private final Backfill backfill;
    private final PassRequest request;
    private final StopSign stop = new StopSign();
    private final Thread thread;
    private final List<String> leftKeys = new CopyOnWriteArrayList<>();
    private volatile String state = "running";
    private volatile @Nullable Pause pause;
    private volatile long pausedUntil;

    RunningPass(Backfill backfill, PassRequest request) {
        this.backfill = backfill;
        this.request = request;
        this.thread = new Thread(this::run, "seamless-pass-" + request.pair().table());
        this.thread.setDaemon(true);
    }

    /**
     * What is shown of it.
     *
     * @param state "running", or how it ended
     * @param paused why it pauses at this moment
     * @param leftKeys the keys of some rows that could not be brought up
     */
    record View(
            String direction,
            boolean verifies,
            String state,
            @Nullable String paused,
            List<String> leftKeys) {}

    View view() {
        return new View(request.direction().toString(), request.verifies(), state, paused(), List.copyOf(leftKeys));
    }

    private @Nullable String paused() {
        Pause why = pause;
        return why != null && isRunning() && System.nanoTime() - pausedUntil < 0 ? why.sentence() : null;
    }

    RunningPass start() {
        thread.start();
        return this;
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            state = "ended " + backfill.run(request, this, stop).end().sentence();
        } catch (InterruptedException e) {
            state = STOPPED;
        } catch (RefusedException e) {
            state = "refused: " + e.getMessage();
        } catch (Throwable e) { // an Error as well: nobody else sees how this thread ends
            state = stop.isRaised() ? STOPPED : "failed; it can be gone on with";
            LOG.error("A pass over {} failed", request.pair(), e);
            return;
        }
        LOG.info("{} pass over {}: {}", request.direction(), request.pair(), state);
    }

    /** Asks it to stop, and waits until its window has ended. */
    void stop() {
        stop.raise();
        try {
            thread.join(LONGEST_WINDOW.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void paused(Pause why, Duration howLong) {
        Duration shown = howLong.compareTo(SHOWN_AT_LEAST) < 0 ? SHOWN_AT_LEAST : howLong;
        pausedUntil = System.nanoTime() + shown.toNanos();
        pause = why;
    }

    @Override
    public void left(long rows, List<String> keys) {
        leftKeys.addAll(keys.subList(0, Math.max(0, Math.min(keys.size(), KEYS_SHOWN - leftKeys.size()))));
    }
}
