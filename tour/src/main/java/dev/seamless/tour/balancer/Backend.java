package dev.seamless.tour.balancer;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance, as the balancer knows it. */
public final class Backend {

    private final String name;
    private final int port;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean healthy = true;

    /** A healthy instance on this machine. */
    public Backend(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** Its address. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Whether it may be sent requests. */
    public boolean isHealthy() {
        return healthy;
    }

    /** How many of its requests are not answered yet. */
    public int underWay() {
        return underWay.get();
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    void healthy(boolean is) {
        healthy = is;
    }

    @Override
    public String toString() {
        return name;
    }
}
