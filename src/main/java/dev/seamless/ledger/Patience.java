package dev.seamless.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Asks the ledger until it grants a wish, makes those gone who are expired and stand in the way, and gives up when time is not
 * going to change the answer.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Eviction eviction;
    private final long deadline;
    private final Duration pause;
    private final Set<String> unended = new HashSet<>();

    /**
     * Creates it; its time begins now, for all wishes together.
     *
     * @param atMost how long a refusal that is only due to somebody live is waited for
     * @param pause how long between two questions
     */
    Patience(Instance by, Duration atMost, Duration pause) {
        this.eviction = new Eviction(by);
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.pause = pause;
    }

    /** Asks until it is granted, and returns the last answer. */
    Answer ask(LedgerRunner ledger, Function<LedgerSession, Answer> wish) {
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
                if (System.nanoTime() - deadline >= 0 || !sleep()) {
                    return answer;
                }
            }
        }
    }

    private boolean evict(LedgerRunner ledger, String instance) {
        try {
            return ledger.run(session -> eviction.evict(session, instance));
        } catch (DataAccessException e) {
            if (unended.add(instance)) {
                LOG.warn(
                        "The sessions of the expired instance {} could not be ended: {}",
                        instance,
                        NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            }
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
