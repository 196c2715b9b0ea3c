package dev.seamless.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of {@code seamless_history}: each change of a fact, each entry and each refusal. */
final class HistoryTable {

    private static final int LONGEST_DETAIL = 1000;

    private final LedgerSession session;

    HistoryTable(LedgerSession session) {
        this.session = session;
    }

    void add(String pair, String instance, String what, String detail) {
        session.sql()
                .sql("insert into seamless_history (happened_at, pair, instance, event, detail) values ("
                        + session.database().now() + ", ?, ?, ?, ?)")
                .params(
                        pair,
                        instance,
                        what,
                        detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .update();
    }

    /** How long ago one of the given events last happened to a pair, by the database's clock; empty if it never did. */
    Optional<Duration> since(String pair, String event, String orElse) {
        return session.sql()
                .sql("select happened_at, " + session.database().now() + " as looked_at from seamless_history"
                        + " where pair = ? and event in (?, ?) order by id desc limit 1")
                .params(pair, event, orElse)
                .query((row, number) -> Duration.between(
                        session.database().time(row, "happened_at"),
                        session.database().time(row, "looked_at")))
                .optional();
    }

    /** Whether a migration has ever been begun by a script. */
    boolean knows(String script) {
        return !session.sql()
                .sql("select 1 from seamless_history where event like 'began %' and detail like ? escape '!' limit 1")
                .param(script.replace("!", "!!").replace("_", "!_").replace("%", "!%") + ": %")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** The last events of a pair, the latest first. */
    List<Event> of(String pair, int atMost) {
        return session.sql()
                .sql("select * from seamless_history where pair = ? order by id desc limit " + atMost)
                .param(pair)
                .query(this::row)
                .list();
    }

    /** The last of some kinds of events of a pair. */
    Optional<Event> last(String pair, Collection<String> kinds) {
        return session.sql()
                .sql("select * from seamless_history where pair = :pair and event in (:kinds) order by id desc limit 1")
                .param("pair", pair)
                .param("kinds", kinds)
                .query(this::row)
                .optional();
    }

    private Event row(ResultSet row, int number) throws SQLException {
        return new Event(
                session.database().time(row, "happened_at"),
                row.getString("pair"),
                row.getString("instance"),
                row.getString("event"),
                row.getString("detail"));
    }
}
