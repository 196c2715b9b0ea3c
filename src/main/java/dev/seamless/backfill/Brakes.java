package dev.seamless.backfill;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets a pass pause where the database has enough to do without it, and say why. */
final class Brakes {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_FOR_OTHERS = Duration.ofSeconds(1);

    private final JdbcTemplate template;
    private final BackfillDatabase database;
    private final PassSettings settings;
    private final PassObserver observer;
    private final Traffic traffic;
    private final StopSign stop;
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - LOOK.toNanos());

    Brakes(
            DataSource dataSource,
            BackfillDatabase database,
            PassSettings settings,
            Traffic traffic,
            PassObserver observer,
            StopSign stop) {
        this.template = new JdbcTemplate(dataSource);
        this.database = database;
        this.settings = settings;
        this.traffic = traffic;
        this.observer = observer;
        this.stop = stop;
    }

    /** Before the first window: looks for others until it sees some, or is sure that there are none. */
    void beforeWork() throws InterruptedException {
        while (traffic.isUnderWay() && traffic.isWorthALook()) {
            traffic.found(database.othersAtWork(template));
            stop.rest(BETWEEN_LOOKS);
        }
    }

    /** Before a window: waits until the replicas have caught up. */
    void beforeWindow() throws InterruptedException {
        long last = lastLook.get();
        Duration lagAllowed = settings.replicaLag();
        if (lagAllowed.isZero() || System.nanoTime() - last < LOOK.toNanos()) {
            return;
        }
        while (database.replicaLag(template).compareTo(lagAllowed) > 0) {
            rest(Pause.REPLICA_LAG, LOOK);
        }
        lastLook.set(System.nanoTime());
    }

    /**
     * After a window: waits as long as its commit took, if that was long, and if others are at work, until what it wrote and
     * its commit took is no more than a worker's share of the time, a second at most.
     */
    void afterWindow(Duration wrote, Duration commitTook) throws InterruptedException {
        if (commitTook.compareTo(SLOW) > 0) {
            rest(Pause.SLOW_COMMIT, commitTook.compareTo(LONGEST) > 0 ? LONGEST : commitTook);
        } else if (traffic.isUnderWay()) {
            double worked = wrote.plus(commitTook).toNanos();
            double left = Math.min(worked / settings.share() - worked, LONGEST_FOR_OTHERS.toNanos());
            rest(Pause.OTHERS_AT_WORK, Duration.ofNanos((long) left));
        }
    }

    private void rest(Pause why, Duration howLong) throws InterruptedException {
        observer.paused(why, howLong);
        stop.rest(howLong);
    }
}
