package dev.seamless.backfill;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets a pass pause where the database has enough to do without it, and say why. */
final class Brakes {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** How many times as long as a window wrote and was committed, others who are at work are left alone. */
    private static final int LEFT_TO_OTHERS = 9;

    private final JdbcTemplate template;
    private final BackfillDatabase database;
    private final Duration lagAllowed;
    private final PassObserver observer;
    private final Traffic traffic;
    private final StopSign stop;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - LOOK.toNanos());

    Brakes(
            DataSource dataSource,
            BackfillDatabase database,
            Duration lagAllowed,
            Traffic traffic,
            PassObserver observer,
            StopSign stop) {
        this.template = new JdbcTemplate(dataSource);
        this.database = database;
        this.lagAllowed = lagAllowed;
        this.traffic = traffic;
        this.observer = observer;
        this.stop = stop;
    }

    /** Before a window: waits until the replicas have caught up. */
    void beforeWindow() throws InterruptedException {
        long last = lastLook.get();
        if (lagAllowed.isZero() || System.nanoTime() - last < LOOK.toNanos()) {
            return;
        }
        while (database.replicaLag(template).compareTo(lagAllowed) > 0) {
            rest(Pause.REPLICA_LAG, LOOK);
        }
        lastLook.set(System.nanoTime());
    }

    /**
     * After a window: waits as long as its commit took, if that was long, and many times as long as it wrote and was
     * committed, if others are at work.
     */
    void afterWindow(Duration wrote, Duration commitTook) throws InterruptedException {
        if (commitTook.compareTo(SLOW) > 0) {
            rest(Pause.SLOW_COMMIT, commitTook.compareTo(LONGEST) > 0 ? LONGEST : commitTook);
        } else if (traffic.isUnderWay()) {
            rest(Pause.OTHERS_AT_WORK, wrote.plus(commitTook).multipliedBy(LEFT_TO_OTHERS));
        }
    }

    private void rest(Pause why, Duration howLong) throws InterruptedException {
        observer.paused(why, howLong);
        stop.rest(howLong);
    }
}
