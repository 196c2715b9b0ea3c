package dev.seamless.tour.fleet;

import dev.seamless.tour.balancer.Balancer;
import dev.seamless.tour.balancer.HealthCheck;
import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Span.Kind;
import dev.seamless.tour.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The instances that serve, and how they are replaced: the next one comes up beside the others, is warmed and gets requests, and
 * only then one of the others gets none any more, answers those that it has, and stops. One that died is started again.
 */
public final class Fleet implements AutoCloseable {

    private static final int MOST_TRIES = 12;

    private final App app;
    private final Balancer balancer;
    private final Timeline timeline;
    private final Duration settling;
    private final HealthCheck health = new HealthCheck();
    private final Warmup warmup = new Warmup();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final ReentrantLock change = new ReentrantLock();
    private final List<Instance> coming = new CopyOnWriteArrayList<>();

    /**
     * A fleet of nobody yet.
     *
     * @param settling how long after a change, such as one instance in the place of another, the next one's turn comes
     */
    public Fleet(App app, Balancer balancer, Timeline timeline, Duration settling) {
        this.settling = settling;
        this.app = app;
        this.balancer = balancer;
        this.timeline = timeline;
    }

    /** Starts the first instances, one after the other. */
    public void start(Release release, int size) throws IOException, InterruptedException {
        for (int i = 0; i < size; i++) {
            instances.add(started(release));
        }
    }

    /** Replaces every instance, one after the other. */
    public void deploy(Release release) throws IOException, InterruptedException {
        change.lock();
        try {
            for (Instance old : List.copyOf(instances)) {
                replace(old, release);
            }
        } finally {
            change.unlock();
        }
    }

    /** Starts one more beside the others, which are not replaced. */
    public void surge(Release release) throws IOException, InterruptedException {
        instances.add(started(release));
    }

    /** Starts those again that have died, unless a deploy is under way, which replaces them anyway. */
    public void heal() throws IOException, InterruptedException {
        if (change.tryLock()) {
            try {
                for (Instance instance : List.copyOf(instances)) {
                    if (!instance.isAlive()) {
                        replace(instance, instance.release());
                    }
                }
            } finally {
                change.unlock();
            }
        }
    }

    private void replace(Instance old, Release release) throws IOException, InterruptedException {
        if (old.hasEndedByItself()) {
            setback(old + " ended", timeline.now());
        }
        Instance next = started(release);
        instances.add(instances.indexOf(old), next);
        balancer.remove(old.backend());
        old.stop();
        instances.remove(old);
        settle();
    }

    /** Lets requests show what the last change did to them. */
    public void settle() throws InterruptedException {
        Thread.sleep(settling.toMillis());
    }

    private Instance started(Release release) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            long from = timeline.now();
            try (Timeline.Open start = timeline.open(Kind.START, "start " + release)) {
                Instance instance = Instance.start(app, "users-" + number.incrementAndGet(), release);
                coming.add(instance);
                try {
                    if (instance.awaitReady(health)) {
                        warmup.warm(instance.backend());
                        instance.serve();
                        balancer.add(instance.backend());
                        return instance;
                    }
                } finally {
                    coming.remove(instance);
                }
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException(
                            "An instance of " + release + " does not start: see " + app.log(instance.toString()));
                }
            }
            setback("start " + release, from);
            Thread.sleep(1000);
        }
    }

    private void setback(String what, long from) {
        timeline.add(new Span(Kind.SETBACK, what, from, timeline.now()));
    }

    /** All that there are, those included that are coming up or going down. */
    public List<Instance> all() {
        List<Instance> all = new CopyOnWriteArrayList<>(instances);
        all.addAll(coming);
        return all;
    }

    /** Those that serve. */
    public List<Instance> serving() {
        return instances.stream()
                .filter(instance -> instance.state() == Instance.State.SERVING)
                .toList();
    }

    /** Whether every instance that is alive serves, and gets requests. */
    public boolean isWell() {
        List<Instance> alive = instances.stream().filter(Instance::isAlive).toList();
        return !alive.isEmpty()
                && alive.stream()
                        .filter(instance -> instance.state() != Instance.State.STOPPING)
                        .allMatch(instance -> instance.state() == Instance.State.SERVING
                                && instance.backend().isHealthy());
    }

    @Override
    public void close() {
        all().forEach(Instance::kill);
    }
}
