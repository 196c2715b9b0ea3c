package dev.seamless.backfill;

import dev.seamless.ledger.BegunPass;
import dev.seamless.ledger.Passes;
import dev.seamless.ledger.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workers of this process at one pass. */
final class Crew {

    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Passes passes;
    private final PassSettings settings;
    private final BackfillDatabase database;

    Crew(DataSource dataSource, Passes passes, PassSettings settings, BackfillDatabase database) {
        this.dataSource = dataSource;
        this.passes = passes;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Works until nothing is left, or the pass is stopped.
     *
     * @throws InterruptedException if the sign was raised
     */
    void work(BegunPass pass, TablePlan plan, PassRequest request, PassObserver observer, StopSign stop)
            throws InterruptedException {
        Long estimate = new JdbcTemplate(dataSource)
                .queryForObject(BackfillDatabase.MARK + plan.rows().estimate(), Long.class);
        long about = estimate == null ? 0 : estimate;
        StopSign here = stop.within();
        Traffic traffic = new Traffic(settings.makesWay());
        Brakes brakes = new Brakes(dataSource, database, settings, traffic, observer, here);
        brakes.beforeWork();
        ExecutorService threads = Executors.newFixedThreadPool(settings.workers(), task -> {
            Thread thread = new Thread(task, "seamless-pass");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Turn>> working = new ArrayList<>();
            for (int i = 0; i < settings.workers(); i++) {
                Pace pace = plan.pace();
                TableWindows windows = new TableWindows(
                        database, new Places(plan.rows()), plan.write(request.verifies()), pace, traffic, observer);
                working.add(threads.submit(new Worker(passes, pass, windows, brakes, database, pace, observer, here)));
            }
            for (Future<Turn> worker : working) {
                await(worker, () -> passes.progress(pass).ifPresent(progress -> observer.progressed(progress, about)));
            }
        } finally {
            here.raise();
            threads.shutdown();
            threads.awaitTermination(LONGEST_WINDOW.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void await(Future<Turn> worker, Runnable eachSecond) throws InterruptedException {
        while (true) {
            try {
                worker.get(1, TimeUnit.SECONDS);
                eachSecond.run();
                return;
            } catch (TimeoutException e) {
                eachSecond.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof InterruptedException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            }
        }
    }
}
