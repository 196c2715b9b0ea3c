package dev.seamless.tour.balancer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A small load balancer: round robin over the healthy instances. A request is sent to another instance only if it has certainly
 * not reached the first; whatever else goes wrong is the client's to know.
 */
public final class Balancer implements AutoCloseable {

    private static final int THREADS = 64;

    private final List<Backend> backends = new CopyOnWriteArrayList<>();
    private final Map<Backend, ScheduledFuture<?>> checked = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HealthCheck health = new HealthCheck();
    private final HttpServer server;
    private final ExecutorService threads;
    private final ScheduledExecutorService checks;

    /** Starts it. */
    public Balancer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        this.threads = Executors.newFixedThreadPool(THREADS, Threads.called("balancer"));
        this.checks = Executors.newScheduledThreadPool(4, Threads.called("health"));
        server.setExecutor(threads);
        server.createContext("/", new Forwarder(this));
        server.start();
    }

    /** Where clients find it. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends requests to an instance from now on, as long as it is healthy. */
    public void add(Backend backend) {
        checked.put(backend, checks.scheduleWithFixedDelay(() -> check(backend), 250, 250, TimeUnit.MILLISECONDS));
        backends.add(backend);
    }

    /** Sends no more requests to an instance; those that it has it may answer. */
    public void remove(Backend backend) {
        backends.remove(backend);
        ScheduledFuture<?> check = checked.remove(backend);
        if (check != null) {
            check.cancel(false);
        }
    }

    /** Whether requests may still be sent to an instance, whatever its health. */
    boolean has(Backend backend) {
        return backends.contains(backend);
    }

    /** Those to which requests may be sent. */
    public List<Backend> healthy() {
        return backends.stream().filter(Backend::isHealthy).toList();
    }

    /** The one whose turn it is, except those that have been tried; if none seems healthy, any: a check may be late itself. */
    @Nullable
    Backend next(List<Backend> tried) {
        List<Backend> free = except(tried, healthy());
        if (free.isEmpty()) {
            free = except(tried, backends);
        }
        return free.isEmpty() ? null : free.get(Math.floorMod(turn.getAndIncrement(), free.size()));
    }

    private static List<Backend> except(List<Backend> tried, List<Backend> some) {
        return some.stream().filter(backend -> !tried.contains(backend)).toList();
    }

    private void check(Backend backend) {
        try {
            backend.healthy(health.isReady(backend));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        checks.shutdownNow();
    }
}
