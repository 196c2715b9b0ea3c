package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** An application in DUAL_WRITE: threads that write both columns until it is stopped. */
final class Application implements AutoCloseable {

    private final PassTown town;
    private final int rows;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger lastId;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Integer>> working = new ArrayList<>();

    Application(PassTown town, int rows) {
        this.town = town;
        this.rows = rows;
        this.lastId = new AtomicInteger(rows);
    }

    /**
     * Threads that update, delete and insert, eight rows in a random order in a transaction; each has rows of its own, so that a
     * deadlock can only be the pass's.
     */
    Application writers(int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            working.add(threads.submit(
                    () -> untilStopped(statements -> writeEight(statements, new Random(), number, count))));
        }
        return this;
    }

    /** A thread that inserts as fast as it can. */
    Application inserter() {
        working.add(threads.submit(() -> untilStopped(statements -> {
            for (int i = 0; i < 100; i++) {
                statements.insert("inserted", lastId.incrementAndGet());
            }
        })));
        return this;
    }

    private void writeEight(Statements statements, Random random, int number, int of) throws SQLException {
        for (int i = 0; i < 8; i++) {
            int id = random.nextInt(rows / of) * of + number + 1;
            String value = random.nextInt(10) == 0 ? null : "written " + random.nextLong();
            switch (random.nextInt(20)) {
                case 0 -> statements.delete(id);
                case 1 -> statements.insert(value, lastId.incrementAndGet());
                default -> statements.update(value, id);
            }
        }
    }

    private interface Work {
        void transaction(Statements statements) throws SQLException;
    }

    private record Statements(PreparedStatement update, PreparedStatement insert, PreparedStatement delete) {

        void update(String value, int id) throws SQLException {
            both(update, value, id);
        }

        void insert(String value, int id) throws SQLException {
            both(insert, value, id);
        }

        private static void both(PreparedStatement statement, String value, int id) throws SQLException {
            statement.setString(1, value);
            statement.setString(2, value);
            statement.setInt(3, id);
            statement.executeUpdate();
        }

        void delete(int id) throws SQLException {
            delete.setInt(1, id);
            delete.executeUpdate();
        }
    }

    private int untilStopped(Work work) throws SQLException {
        int transactions = 0;
        try (Connection connection = town.database().connect()) {
            connection.setAutoCommit(false);
            Statements statements = new Statements(
                    connection.prepareStatement("update users set bio = ?, description = ? where id = ?"),
                    connection.prepareStatement("insert into users (bio, description, id) values (?, ?, ?)"),
                    connection.prepareStatement("delete from users where id = ?"));
            while (!stopped.get()) {
                work.transaction(statements);
                connection.commit();
                transactions++;
            }
        }
        return transactions;
    }

    /** How many transactions it has committed; throws what one of them failed with. */
    int stop() throws Exception {
        stopped.set(true);
        int transactions = 0;
        for (Future<Integer> one : working) {
            transactions += one.get();
        }
        return transactions;
    }

    @Override
    public void close() {
        stopped.set(true);
        threads.shutdownNow();
    }
}
