package dev.seamless.ledger;

import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks the ledger until it grants a wish, makes those gone who are expired and stand in the way, and gives up when time is not
 * going to change the answer.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Eviction eviction;
    private final Duration atMost;
    private final Duration pause;

    /**
     * Creates it.
     *
     * @param atMost how long a refusal that is only due to somebody live is waited for
     * @param pause how long between two questions
     */
    Patience(Instance by, Duration atMost, Duration pause) {
        this.eviction = new Eviction(by);
        this.atMost = atMost;
        this.pause = pause;
    }

    /** Asks until it is granted, and returns the last answer. */
    Answer ask(LedgerRunner ledger, Function<LedgerSession, Answer> wish) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Answer answer = ledger.run(wish);
            if (answer.isGranted() || !answer.mayChange()) {
                return answer;
            }
            boolean evicted = false;
            for (String instance : answer.evictable()) {
                evicted |= evict(ledger, instance);
            }
            if (!evicted) {
                if (System.nanoTime() >= deadline || !sleep()) {
                    return answer;
                }
            }
        }
    }

    private boolean evict(LedgerRunner ledger, String instance) {
        try {
            return ledger.run(session -> eviction.evict(session, instance));
        } catch (DataAccessException e) {
            LOG.warn("The sessions of the expired instance {} could not be ended", instance, e);
            return false;
        }
    }

    private boolean sleep() {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
