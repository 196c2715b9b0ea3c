package dev.seamless.schema;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Runs migrations again where they failed for want of a lock. A file gives up after a few seconds, so that nobody queues behind
 * it; between two attempts the pause doubles, from one second to thirty. When the JVM is told to end, none is run again: whoever
 * stops a contract that waits for its lock means it.
 */
public final class MigrationRetry {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRetry.class);

    private final Supplier<Optional<String>> repeatable;
    private final RetryTemplate retry;
    private volatile boolean stopped;

    /**
     * Creates it.
     *
     * @param atMost how long to pause in all; what the migrations themselves take does not count
     * @param repeatable what has just failed, if it may be run twice
     */
    public MigrationRetry(Duration atMost, Supplier<Optional<String>> repeatable) {
        this.repeatable = repeatable;
        ExponentialBackOff pauses = new ExponentialBackOff(1000, 2);
        pauses.setMaxInterval(30_000);
        pauses.setMaxElapsedTime(atMost.toMillis());
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(failure -> LostLock.isIn(failure) && repeatable.get().isPresent())
                .backOff(pauses)
                .build());
    }

    /**
     * Runs them until they succeed, fail otherwise, or the time is up; then the last failure is thrown.
     *
     * @throws IllegalStateException if the JVM was told to end before they succeeded
     */
    public void run(Runnable migrations) {
        Thread end = new Thread(this::stop, "seamless-migrations-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            retry.<Object>execute(() -> {
                attempt(migrations);
                return this;
            });
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } finally {
            forget(end);
        }
    }

    /** Lets no attempt follow the one that is under way. Not by an interrupt, which would close the file of an embedded H2. */
    void stop() {
        stopped = true;
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM has begun to end", e);
        }
    }

    private void attempt(Runnable migrations) {
        if (stopped) {
            throw new IllegalStateException("The process ends: the migrations are not run again.");
        }
        try {
            migrations.run();
        } catch (RuntimeException e) {
            if (LostLock.isIn(e)) {
                repeatable
                        .get()
                        .ifPresent(script -> LOG.warn(
                                "{} did not get its lock in time, and is run again: {}",
                                script,
                                NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
            }
            throw e;
        }
    }
}
