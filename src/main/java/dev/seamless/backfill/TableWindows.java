package dev.seamless.backfill;

import dev.seamless.RefusedException;
import dev.seamless.ledger.KeyRange;
import dev.seamless.ledger.RangeWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The windows of one worker. */
final class TableWindows implements RangeWork {

    private static final Duration AWAITED = Duration.ofMillis(250);

    private final BackfillDatabase database;
    private final Places places;
    private final WindowWrite write;
    private final Pace pace;
    private final Traffic traffic;
    private final PassObserver observer;
    private long lastWindow = System.nanoTime();
    private long lastAwaited = System.nanoTime();
    private Duration wrote = Duration.ZERO;

    TableWindows(
            BackfillDatabase database,
            Places places,
            WindowWrite write,
            Pace pace,
            Traffic traffic,
            PassObserver observer) {
        this.database = database;
        this.places = places;
        this.write = write;
        this.pace = pace;
        this.traffic = traffic;
        this.observer = observer;
    }

    @Override
    public Optional<String> last(Connection connection) {
        return places.last(client(connection));
    }

    @Override
    public Optional<String> ahead(Connection connection, KeyRange range, int rows) {
        return places.ahead(client(connection), range, rows);
    }

    @Override
    public KeyRange window(Connection connection, KeyRange range) {
        NamedParameterJdbcTemplate sql = client(connection);
        int rows = pace.rows(range.window());
        Optional<String> ahead = places.ahead(sql, range, rows);
        Span span = new Span(range.cursor(), ahead.orElse(Objects.requireNonNull(range.end())));
        long start = System.nanoTime();
        Changed changed = write(sql, span);
        wrote = Duration.ofNanos(System.nanoTime() - start);
        long seen = ahead.isPresent() ? rows : places.count(sql, span);
        Different left = changed.left();
        if (left.rows() > 0) {
            observer.left(left.rows(), left.keys());
        }
        if (traffic.isWorthALook()) {
            traffic.found(database.othersAtWork(sql.getJdbcTemplate()));
        }
        int next = ahead.isPresent() ? pace.after(rows, wrote, traffic.isUnderWay()) : rows;
        lastWindow = System.nanoTime();
        commit(sql.getJdbcTemplate());
        return range.after(span.to(), seen, changed.rows(), left.rows(), next);
    }

    /**
     * Among others a pass waits for what it has written itself, or one of them would have to; where it is alone it waits only
     * often enough to notice when the disk is slow.
     */
    private void commit(JdbcTemplate template) {
        if (traffic.isUnderWay() || lastWindow - lastAwaited > AWAITED.toNanos()) {
            lastAwaited = lastWindow;
        } else {
            database.commitLater(template);
        }
    }

    /** What the database says of a row that it refuses may quote its values. */
    private Changed write(NamedParameterJdbcTemplate sql, Span span) {
        try {
            return write.write(sql, span);
        } catch (DataIntegrityViolationException e) {
            String state = e.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "unknown";
            throw new RefusedException(
                    "A row of the table refuses the value that the pass gives it (SQL state " + state + ").",
                    "Look for a constraint, a length or a type that the column which is filled has and the other one has"
                            + " not; the pass goes on from here when it is run again.");
        }
    }

    /** How long the last window wrote, without its commit. */
    Duration wrote() {
        return wrote;
    }

    /** How long ago the last window was ready to be committed. */
    Duration sinceLastWindow() {
        return Duration.ofNanos(System.nanoTime() - lastWindow);
    }

    private NamedParameterJdbcTemplate client(Connection connection) {
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        database.bound(connection, template);
        return new NamedParameterJdbcTemplate(template);
    }
}
