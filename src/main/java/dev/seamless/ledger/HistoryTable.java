package dev.seamless.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
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
