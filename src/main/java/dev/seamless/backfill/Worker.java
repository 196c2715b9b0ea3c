package dev.seamless.backfill;

import dev.seamless.ledger.BegunPass;
import dev.seamless.ledger.Passes;
import dev.seamless.ledger.Turn;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/** Takes its turns at a pass until nothing is left or it is stopped. The claim on a range dies with the connection. */
final class Worker implements Callable<Turn> {

    private static final Duration FIRST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Passes passes;
    private final BegunPass pass;
    private final TableWindows windows;
    private final Brakes brakes;
    private final BackfillDatabase database;
    private final StopSign stop;
    private final RetryTemplate retry;

    Worker(
            Passes passes,
            BegunPass pass,
            TableWindows windows,
            Brakes brakes,
            BackfillDatabase database,
            Pace pace,
            PassObserver observer,
            StopSign stop) {
        this.passes = passes;
        this.pass = pass;
        this.windows = windows;
        this.brakes = brakes;
        this.database = database;
        this.stop = stop;
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .predicate(failure -> !stop.isRaised() && InTheWay.is(failure, database))
                .maxRetries(6)
                .delay(FIRST_REST)
                .jitter(FIRST_REST)
                .multiplier(2)
                .maxDelay(LONGEST_REST)
                .build());
        this.retry.setRetryListener(new RetryListener() {
            @Override
            public void beforeRetry(RetryPolicy policy, Retryable<?> retryable) {
                pace.failed();
                observer.paused(Pause.LOCK_WAIT, FIRST_REST);
            }
        });
    }

    @Override
    public Turn call() throws InterruptedException {
        while (!stop.isRaised()) {
            brakes.beforeWindow();
            Turn turn = turn();
            if (turn == Turn.WORKED) {
                brakes.afterWindow(windows.wrote(), windows.sinceLastWindow());
            } else if (turn == Turn.BUSY) {
                stop.rest(FIRST_REST);
            } else if (turn != Turn.CUT) {
                return turn;
            }
        }
        throw new InterruptedException();
    }

    /** A window that does not come about in a number of tries leaves the thread to the brakes, and to whoever stops it. */
    private Turn turn() {
        try {
            return retry.execute(() -> passes.turn(pass, windows));
        } catch (RetryException e) {
            if (InTheWay.is(e, database)) {
                return Turn.BUSY;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }
}
