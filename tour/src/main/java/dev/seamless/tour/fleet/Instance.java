package dev.seamless.tour.fleet;

import dev.seamless.tour.balancer.Backend;
import dev.seamless.tour.balancer.HealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/** One instance of the sample. */
public final class Instance {

    /** What an instance is doing. */
    public enum State {
        STARTING,
        SERVING,
        SUSPENDED,
        STOPPING,
        DEAD
    }

    private static final Duration UNTIL_READY = Duration.ofSeconds(120);

    private final String name;
    private final Release release;
    private final AppProcess process;
    private final Backend backend;
    private volatile State state = State.STARTING;

    private Instance(String name, Release release, AppProcess process, Backend backend) {
        this.name = name;
        this.release = release;
        this.process = process;
        this.backend = backend;
    }

    static Instance start(App app, String name, Release release) throws IOException {
        int port = freePort();
        AppProcess process = new AppProcess(
                app.command(release, List.of("--server.port=" + port, "--spring.flyway.enabled=false")),
                app.log(name),
                line -> {});
        return new Instance(name, release, process, new Backend(name, port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it is ready; whether it is, or else it has ended. */
    boolean awaitReady(HealthCheck health) throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_READY.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (health.isReady(backend)) {
                return true;
            }
            Thread.sleep(100);
        }
        process.kill();
        process.await();
        state = State.DEAD;
        return false;
    }

    void serve() {
        state = State.SERVING;
    }

    void stop() throws InterruptedException {
        state = State.STOPPING;
        for (int i = 0; i < 300 && backend.underWay() > 0 && process.isAlive(); i++) {
            Thread.sleep(10);
        }
        process.stop(Duration.ofSeconds(20));
        state = State.DEAD;
    }

    /** {@code kill -9}. */
    public void kill() {
        state = State.DEAD;
        process.kill();
    }

    /** {@code kill -STOP}. */
    public void suspend() throws IOException, InterruptedException {
        state = State.SUSPENDED;
        process.suspend();
    }

    /** {@code kill -CONT}. */
    public void resume() throws IOException, InterruptedException {
        process.resume();
        if (state == State.SUSPENDED) {
            state = State.SERVING;
        }
    }

    /** Its process is there, and has not been killed. */
    public boolean isAlive() {
        return state != State.DEAD && process.isAlive();
    }

    /** What it does. */
    public State state() {
        return hasEndedByItself() ? State.DEAD : state;
    }

    /** Nobody has stopped or killed it, and it is not there any more. */
    boolean hasEndedByItself() {
        return state == State.SERVING && !process.isAlive();
    }

    /** What it was deployed as. */
    public Release release() {
        return release;
    }

    /** How the balancer knows it. */
    public Backend backend() {
        return backend;
    }

    @Override
    public String toString() {
        return name;
    }
}
