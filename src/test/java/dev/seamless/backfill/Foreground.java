package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    private final List<Future<List<Long>>> clients = new ArrayList<>();
    private volatile boolean stopped;

    Foreground(BenchmarkServer server) {
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(threads.submit(() -> client(server, random)));
        }
    }

    private List<Long> client(BenchmarkServer server, Random random) throws SQLException {
        List<Long> times = new ArrayList<>();
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
        return times;
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

    /** Ends, and returns what 99 of 100 needed at most, in milliseconds; throws what one failed with. */
    double p99() throws Exception {
        stopped = true;
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> client : clients) {
            all.addAll(client.get());
        }
        long[] times = all.stream().mapToLong(time -> time).sorted().toArray();
        return times[times.length * 99 / 100] / 1e6;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
