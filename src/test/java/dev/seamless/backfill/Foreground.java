package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients of an application in DUAL_WRITE that come at a steady pace, half to read a row and half to write one. A time is taken
 * from when a client was to begin, so that one who waits does not hide those behind him.
 */
final class Foreground implements AutoCloseable {

    private static final int CLIENTS = 16;
    private static final long BETWEEN_NANOS = 20_000_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile Collection<Long> times = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    Foreground(BenchmarkServer server) {
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(threads.submit(() -> {
                client(server, random);
                return null;
            }));
        }
    }

    private void client(BenchmarkServer server, Random random) throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement read = connection.prepareStatement("select id, handle, bio from users where id = ?");
                PreparedStatement write =
                        connection.prepareStatement("update users set bio = ?, description = ? where id = ?")) {
            long due = System.nanoTime() + random.nextInt((int) BETWEEN_NANOS);
            while (!stopped) {
                LockSupport.parkNanos(due - System.nanoTime());
                one(read, write, 1 + random.nextInt(server.rows()), random);
                times.add(System.nanoTime() - due);
                due += BETWEEN_NANOS;
            }
        }
    }

    private static void one(PreparedStatement read, PreparedStatement write, long id, Random random)
            throws SQLException {
        if (random.nextBoolean()) {
            read.setLong(1, id);
            try (ResultSet row = read.executeQuery()) {
                row.next();
            }
        } else {
            write.setString(1, "written by " + id);
            write.setString(2, "written by " + id);
            write.setLong(3, id);
            write.executeUpdate();
        }
    }

    /** Notes from now on the times there. */
    void note(Queue<Long> times) {
        this.times = times;
    }

    /** Ends, and throws what a client failed with. */
    void end() throws Exception {
        stopped = true;
        for (Future<?> client : clients) {
            client.get();
        }
    }

    /** What 99 of 100 needed at most, in milliseconds. */
    static double p99(Collection<Long> times) {
        long[] sorted = times.stream().mapToLong(time -> time).sorted().toArray();
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
