package dev.seamless.ledger;

import dev.seamless.SchemaPhase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The rows of {@code seamless_instance} and {@code seamless_fleet}. */
final class FleetTable {

    private final LedgerSession session;

    FleetTable(LedgerSession session) {
        this.session = session;
    }

    /** Everybody whom the ledger counts as live for a pair, expired ones included. */
    List<Member> of(String pair) {
        return sql("select f.pair, f.instance, i.name, f.phase, f.entered_at, i.sessions_named, i.expiry_millis, "
                        + session.database().millisSince("i.heartbeat_at")
                        + " as silence from seamless_fleet f join seamless_instance i on i.instance = f.instance"
                        + " where f.pair = ? order by f.entered_at, f.instance")
                .param(pair)
                .query(this::row)
                .list();
    }

    private Member row(ResultSet row, int number) throws SQLException {
        long silence = row.getLong("silence");
        return new Member(
                row.getString("pair"),
                row.getString("instance"),
                row.getString("name"),
                SchemaPhase.valueOf(row.getString("phase")),
                session.database().time(row, "entered_at"),
                Duration.ofMillis(silence),
                silence > row.getLong("expiry_millis"),
                row.getBoolean("sessions_named"));
    }

    /** Makes an instance known, or renews its heartbeat. */
    void arrive(Instance instance, boolean sessionsNamed, Duration expiry) {
        if (!beat(instance.id(), sessionsNamed)) {
            String now = session.database().now();
            sql("insert into seamless_instance (instance, name, database_user, sessions_named, expiry_millis, started_at, heartbeat_at)"
                            + " values (?, ?, current_user, ?, ?, " + now + ", " + now + ")")
                    .params(instance.id(), instance.name(), sessionsNamed, expiry.toMillis())
                    .update();
        }
    }

    /** Renews a heartbeat; false if the instance is gone. */
    boolean beat(String instance, boolean sessionsNamed) {
        return sql("update seamless_instance set heartbeat_at = "
                                + session.database().now() + ", sessions_named = ? where instance = ?")
                        .params(sessionsNamed, instance)
                        .update()
                == 1;
    }

    void enter(String pair, String instance, SchemaPhase phase) {
        leave(pair, instance);
        sql("insert into seamless_fleet (pair, instance, phase, entered_at) values (?, ?, ?, "
                        + session.database().now() + ")")
                .params(pair, instance, phase.name())
                .update();
    }

    void leave(String pair, String instance) {
        sql("delete from seamless_fleet where pair = ? and instance = ?")
                .params(pair, instance)
                .update();
    }

    /** Locks an instance; false if it is gone already. Whoever opens a connection waits for this lock to confirm. */
    boolean lock(String instance) {
        return !sql("select instance from seamless_instance where instance = ? for update")
                .param(instance)
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Removes an instance from every pair. */
    void remove(String instance) {
        sql("delete from seamless_fleet where instance = ?").param(instance).update();
        sql("delete from seamless_instance where instance = ?").param(instance).update();
    }

    List<String> pairsOf(String instance) {
        return sql("select pair from seamless_fleet where instance = ? order by pair")
                .param(instance)
                .query(String.class)
                .list();
    }

    private StatementSpec sql(String text) {
        return session.sql().sql(text);
    }
}
