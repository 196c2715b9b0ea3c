package dev.seamless.ledger;

import dev.seamless.schema.LostLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Short transactions on the ledger, each on a connection of its own, whatever transaction the thread is in: what the ledger
 * remembers must not be rolled back with it. Read committed, so that what is read after a lock is what was committed before it.
 */
final class Transactions implements LedgerRunner {

    /** No longer: a start does not queue behind a pass or behind another start. */
    private static final long LOCK_WAIT_MILLIS = 2000;

    private static final RetryTemplate RETRY = new RetryTemplate(RetryPolicy.builder()
            .predicate(failure -> LostLock.isIn(failure) || H2Ledger.hasTripped(failure))
            .maxRetries(4)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(50))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(1))
            .build());

    private final DataSource dataSource;
    private volatile @Nullable LedgerDatabase database;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    LedgerDatabase database(Connection connection) throws SQLException {
        LedgerDatabase known = database;
        if (known == null) {
            known = LedgerDatabase.of(connection);
            database = known;
        }
        return known;
    }

    /** Runs it in a transaction on a connection of its own; again where it lost a lock to somebody else. */
    @Override
    public <T extends @Nullable Object> T run(Function<LedgerSession, T> work) {
        return retried(() -> attempt(work));
    }

    @Override
    public boolean hasTables() {
        try (Connection connection = dataSource.getConnection()) {
            return on(connection).hasTables();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Runs it in a transaction on a connection of its own, and only once: whoever works in windows tries a smaller one. */
    <T extends @Nullable Object> T attempt(Function<LedgerSession, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return once(connection, work);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** As {@link #run}, on a connection that nobody has begun to use. */
    LedgerRunner on(Connection connection) {
        return new LedgerRunner() {
            @Override
            public <T extends @Nullable Object> T run(Function<LedgerSession, T> work) {
                return retried(() -> {
                    try {
                        return once(connection, work);
                    } catch (SQLException e) {
                        throw unreachable(e);
                    }
                });
            }

            @Override
            public boolean hasTables() {
                try {
                    boolean hasTables = database(connection).hasTables(connection);
                    if (!connection.getAutoCommit()) {
                        connection.commit();
                    }
                    return hasTables;
                } catch (SQLException e) {
                    rollBack(connection, e);
                    throw unreachable(e);
                }
            }
        };
    }

    private static void rollBack(Connection connection, SQLException cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static DataAccessResourceFailureException unreachable(SQLException e) {
        return new DataAccessResourceFailureException("The ledger could not be reached", e);
    }

    private <T extends @Nullable Object> T once(Connection connection, Function<LedgerSession, T> work)
            throws SQLException {
        LedgerDatabase known = database(connection);
        boolean commits = connection.getAutoCommit();
        connection.setAutoCommit(true);
        int isolation = connection.getTransactionIsolation();
        boolean other = isolation != Connection.TRANSACTION_READ_COMMITTED;
        if (other) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
        long waited = -1;
        try {
            waited = known.waitForLocks(connection, LOCK_WAIT_MILLIS);
            T result = work.apply(new LedgerSession(connection, known));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            if (waited >= 0) {
                known.waitForLocks(connection, waited);
            }
            connection.setAutoCommit(true);
            if (other) {
                connection.setTransactionIsolation(isolation);
            }
            connection.setAutoCommit(commits);
        }
    }

    private interface Attempt<T extends @Nullable Object> {
        T make();
    }

    private static <T extends @Nullable Object> T retried(Attempt<T> attempt) {
        try {
            return RETRY.execute(attempt::make);
        } catch (RetryException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }
}
