package dev.seamless.tour.fleet;

import dev.seamless.tour.timeline.Span.Kind;
import dev.seamless.tour.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs Flyway, by an instance that serves nobody: what is new has been migrated when it has started, and then it leaves. */
public final class Migrator {

    private static final int MOST_TRIES = 12;
    private static final long BETWEEN_TRIES = 1000;
    private static final String STARTED = "Started UsersApplication";

    private final App app;
    private final Timeline timeline;
    private final AtomicInteger number = new AtomicInteger();

    /** A migrator of an application. */
    public Migrator(App app, Timeline timeline) {
        this.app = app;
        this.timeline = timeline;
    }

    /**
     * Runs what is new in a directory, until it has succeeded.
     *
     * @throws IllegalStateException if it does not
     */
    public void run(Release release, Path directory) throws IOException, InterruptedException {
        List<String> command = app.command(
                release,
                List.of(
                        "--server.port=0",
                        "--spring.flyway.enabled=true",
                        "--spring.flyway.target=latest",
                        "--spring.flyway.locations=filesystem:" + directory,
                        "--spring.flyway.postgresql.transactional-lock=false"));
        for (int tries = 1; ; tries++) {
            Path log = app.log("migrate-" + number.incrementAndGet());
            if (succeeds(command, log)) {
                return;
            }
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("The migration does not succeed: see " + log);
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private boolean succeeds(List<String> command, Path log) throws IOException, InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try (Timeline.Open start = timeline.open(Kind.START, "migrate")) {
            AppProcess process = new AppProcess(command, log, line -> {
                if (line.contains(STARTED)) {
                    started.countDown();
                }
            });
            while (process.isAlive() && !started.await(50, TimeUnit.MILLISECONDS)) {
                // Until it has started, or has ended.
            }
            process.stop(Duration.ofSeconds(20));
            return started.getCount() == 0;
        }
    }
}
