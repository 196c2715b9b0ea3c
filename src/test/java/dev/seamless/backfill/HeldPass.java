package dev.seamless.backfill;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A pass that goes on where it was, for as long as it is let: it pauses after each window, as it makes way for others. */
final class HeldPass implements PassObserver, AutoCloseable {

    private final HikariDataSource pool;
    private final Backfill backfill;
    private final StopSign stop = new StopSign();
    private final Lock held = new ReentrantLock();
    private CompletableFuture<Void> pass = CompletableFuture.completedFuture(null);

    HeldPass(BenchmarkServer server) throws InterruptedException {
        this.pool = Contender.pool(server, 1);
        this.backfill = Contender.backfill(server, pool, 1);
        held.lock();
    }

    /** Lets it begin. */
    void begin() {
        pass = CompletableFuture.runAsync(() -> Contender.work(backfill, this, stop));
    }

    /** Lets it go on for a while. */
    void goOn(Duration howLong) throws InterruptedException {
        held.unlock();
        Thread.sleep(howLong.toMillis());
        held.lock();
        if (pass.isDone()) {
            pass.join();
            throw new IllegalStateException("It does not run");
        }
    }

    @Override
    public void paused(Pause why, Duration howLong) {
        held.lock();
        held.unlock();
    }

    @Override
    public void close() {
        stop.raise();
        held.unlock();
        pass.join();
        pool.close();
    }
}
