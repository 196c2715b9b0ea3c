package dev.seamless.tour.chaos;

import dev.seamless.tour.database.Database;
import dev.seamless.tour.fleet.App;
import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Fleet;
import dev.seamless.tour.fleet.Instance;
import dev.seamless.tour.timeline.Span.Kind;
import dev.seamless.tour.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes go wrong what is planned. What it did is over when all is well again. */
public final class Chaos implements AutoCloseable {

    private static final long SUSPENDED = App.EXPIRY.toMillis() * 8 / 5;
    private static final long SETTLED = 2500;
    private static final long UNTIL_WELL = 60_000;

    private final Fleet fleet;
    private final Command command;
    private final Database database;
    private final Timeline timeline;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread chaos = new Thread(task, "chaos");
        chaos.setDaemon(true);
        return chaos;
    });
    private Future<?> underWay = CompletableFuture.completedFuture(null);

    /** Nothing goes wrong yet. */
    public Chaos(Fleet fleet, Command command, Database database, Timeline timeline) {
        this.fleet = fleet;
        this.command = command;
        this.database = database;
        this.timeline = timeline;
    }

    /**
     * A move begins: from now on the plan's time runs.
     *
     * @param usual how long such a move takes when nothing goes wrong
     */
    public void begin(Plan plan, Duration usual) {
        underWay = thread.submit(() -> {
            Thread.sleep((long) (plan.point() * usual.toMillis()));
            disrupt(plan);
            return null;
        });
    }

    /** Waits until it is over. */
    public void await() throws InterruptedException, ExecutionException {
        underWay.get();
    }

    private void disrupt(Plan plan) throws IOException, InterruptedException {
        Instance victim = victim(plan.victim());
        Disruption disruption = plan.disruption();
        try (Timeline.Open chaos = timeline.open(Kind.CHAOS, disruption.toString(), disruption.failures())) {
            switch (disruption) {
                case KILL -> {
                    if (plan.victim() % 2 != 0 || !command.kill()) {
                        victim.kill();
                    }
                }
                case SUSPEND -> suspend(victim);
                case RESTART -> database.restart();
            }
            fleet.heal();
            long deadline = System.nanoTime() + UNTIL_WELL * 1_000_000;
            while (!fleet.isWell() && System.nanoTime() < deadline) {
                Thread.sleep(100);
            }
            Thread.sleep(SETTLED);
        }
    }

    private static void suspend(Instance instance) throws IOException, InterruptedException {
        instance.suspend();
        Thread.sleep(SUSPENDED);
        instance.resume();
    }

    /** One of those that serve; never the last one. */
    private Instance victim(int victim) throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_WELL * 1_000_000;
        while (fleet.serving().size() < 2) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Fewer than two instances have served for a minute: " + fleet.all());
            }
            Thread.sleep(50);
        }
        List<Instance> serving = fleet.serving();
        return serving.get(victim % serving.size());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
