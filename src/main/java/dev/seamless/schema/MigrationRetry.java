package dev.seamless.schema;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Runs migrations again where they failed for want of a lock. A file gives up after a few seconds, so that nobody queues behind
 * it; between two attempts the pause doubles, from one second to thirty.
 */
public final class MigrationRetry {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRetry.class);

    private final RetryTemplate retry;

    /**
     * Creates it.
     *
     * @param atMost how long to try
     * @param isRepeatable whether what has just failed may be run twice
     */
    public MigrationRetry(Duration atMost, BooleanSupplier isRepeatable) {
        retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(failure -> LostLock.isIn(failure) && isRepeatable.getAsBoolean())
                .maxRetries(Long.MAX_VALUE)
                .timeout(atMost)
                .delay(Duration.ofSeconds(1))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(30))
                .build());
        retry.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> retryable) {
                LOG.warn("A migration did not get its lock in time, and is run again");
            }
        });
    }

    /** Runs them until they succeed, fail otherwise, or the time is up; then the last failure is thrown. */
    public <T> T run(Supplier<T> migrations) {
        try {
            return retry.execute(migrations::get);
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
