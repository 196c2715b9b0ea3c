package dev.seamless.backfill;

import dev.seamless.RefusedException;
import dev.seamless.ledger.BegunPass;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Passes;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs passes: brings the column of a pair that is behind up to the one that is the truth, window by window, while the
 * application reads and writes. A pass outlives the process that runs it: whoever runs it next goes on where it was.
 */
public final class Backfill {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final DataSource dataSource;
    private final Passes passes;
    private final PassSettings settings;
    private final BackfillDatabase database;

    /**
     * The passes over the tables of a database.
     *
     * @param dataSource of the database that the passes' ledger lies in; each worker uses one connection at a time
     * @throws DataAccessResourceFailureException if the database cannot be reached
     */
    public Backfill(DataSource dataSource, Passes passes, PassSettings settings) {
        this.dataSource = dataSource;
        this.passes = passes;
        this.settings = settings;
        try (Connection connection = dataSource.getConnection()) {
            this.database = BackfillDatabase.of(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database could not be reached", e);
        }
    }

    /**
     * Runs a pass to its end, or goes on with the one that is under way. A verification does not take the place of another
     * pass: it goes on with that one, and begins its own after it.
     *
     * @throws RefusedException if a rule forbids the pass, or a row refuses its value
     * @throws InterruptedException if the thread was interrupted; the pass can be resumed
     */
    public EndedPass run(PassRequest request, PassObserver observer) throws InterruptedException {
        return run(request, observer, new StopSign());
    }

    /**
     * The same, until a sign is raised.
     *
     * @throws RefusedException if a rule forbids the pass, or a row refuses its value
     * @throws InterruptedException if the sign was raised or the thread interrupted; the pass can be resumed
     */
    public EndedPass run(PassRequest request, PassObserver observer, StopSign stop) throws InterruptedException {
        Table table = new Catalogue(dataSource)
                .table(request.pair())
                .orElseThrow(() -> new RefusedException(
                        "There is no table of " + request.pair() + ".", "Write it as the database has it."));
        awaitRecord(request, observer, stop);
        awaitSpoilers(request, observer, stop);
        if (request.verifies()) {
            awaitTransactions(observer, stop);
        }
        BegunPass pass = passes.begin(request.direction(), request.pair());
        if (request.verifies() && pass.joined()) {
            PassRequest underWay = PassRequest.backfill(request.pair(), request.direction(), request.conversion());
            workOn(pass, table, underWay, observer, stop);
            return run(request, observer, stop);
        }
        return workOn(pass, table, request, observer, stop);
    }

    private EndedPass workOn(BegunPass pass, Table table, PassRequest request, PassObserver observer, StopSign stop)
            throws InterruptedException {
        TablePlan plan = new TablePlan(table, request, database);
        new Crew(dataSource, passes, settings, database).work(pass, plan, request, observer, stop);
        return passes.end(pass);
    }

    private void awaitRecord(PassRequest request, PassObserver observer, StopSign stop) throws InterruptedException {
        for (Duration wait = passes.untilReady(request.pair());
                !wait.isZero();
                wait = passes.untilReady(request.pair())) {
            observer.paused(Pause.YOUNG_RECORD, wait);
            stop.rest(wait.compareTo(LOOK) < 0 ? wait.plusMillis(1) : LOOK);
        }
    }

    /** As long as a start waits for who is live: a process that was killed expires, and one that leaves has left. */
    private void awaitSpoilers(PassRequest request, PassObserver observer, StopSign stop) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < passes.expiry().toNanos()
                && !passes.clearSpoilers(request.direction(), request.pair())) {
            observer.paused(Pause.SPOILERS, LOOK);
            stop.rest(LOOK);
        }
    }

    /** What they have begun may still come, of instances that have left. */
    private void awaitTransactions(PassObserver observer, StopSign stop) throws InterruptedException {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        Set<String> older = database.transactions(template);
        while (!older.isEmpty()) {
            observer.paused(Pause.OLDER_TRANSACTIONS, LOOK);
            stop.rest(LOOK);
            older.retainAll(database.transactions(template));
        }
    }
}
