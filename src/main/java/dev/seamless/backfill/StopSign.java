package dev.seamless.backfill;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stops a pass between two windows, and wakes it where it rests. Interrupting its threads is no way to do that: one that is at
 * work on an embedded H2 would close the file of the whole database.
 */
public final class StopSign {

    private final CompletableFuture<Void> raised;

    /** One that nobody has raised. */
    public StopSign() {
        this(new CompletableFuture<>());
    }

    private StopSign(CompletableFuture<Void> raised) {
        this.raised = raised;
    }

    /** One that is raised by itself, and with this one. */
    StopSign within() {
        return new StopSign(raised.copy());
    }

    /** Asks the pass to stop. */
    public void raise() {
        raised.complete(null);
    }

    /** Whether it was asked to. */
    public boolean isRaised() {
        return raised.isDone();
    }

    /**
     * Rests for a while.
     *
     * @throws InterruptedException as soon as the sign is raised
     */
    void rest(Duration howLong) throws InterruptedException {
        try {
            raised.get(howLong.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        throw new InterruptedException();
    }
}
