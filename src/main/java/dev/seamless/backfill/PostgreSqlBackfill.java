package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PostgreSQL looks for a deadlock once somebody has waited for {@code deadlock_timeout}, and ends who looks. A window gives up
 * before: nobody who waits for it ever finds one.
 */
final class PostgreSqlBackfill implements BackfillDatabase {

    private static final Set<String> IN_THE_WAY = Set.of("55P03", "57014", "40P01", "40001");

    private final PostgreSqlLag lag = new PostgreSqlLag();

    @Override
    public void bound(Connection connection, JdbcTemplate template) {
        template.execute(
                MARK + "select set_config('lock_timeout', '100', true), set_config('statement_timeout', least(800, 800"
                        + " * extract(epoch from current_setting('deadlock_timeout')::interval))::integer::text, true)");
    }

    @Override
    public void commitLater(JdbcTemplate template) {
        template.execute(MARK + "set local synchronous_commit = off");
    }

    @Override
    public Optional<String> lock() {
        return Optional.empty();
    }

    @Override
    public boolean isInTheWay(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && IN_THE_WAY.contains(state);
    }

    /**
     * Each transaction holds a lock on its own virtual id, and everybody sees the locks. What a session of another role is, is
     * hidden; that it has a user tells it from the server's own.
     */
    @Override
    public Set<String> transactions(JdbcTemplate template) {
        return new HashSet<>(template.queryForList(
                MARK + "select l.virtualxid from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                        + " where l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock'"
                        + " and a.datname = current_database() and l.pid <> pg_backend_pid()"
                        + " and a.usesysid is not null and coalesce(a.backend_type, 'client backend') = 'client backend'",
                String.class));
    }

    /** What begins, ends and sets up a transaction may be that of another worker. Prepared, for it is asked after each window. */
    @Override
    public int othersAtWork(JdbcTemplate template) {
        Integer others = template.queryForObject(
                MARK
                        + "select count(*) from pg_stat_activity where state = 'active' and backend_type = 'client backend'"
                        + " and datname = current_database() and pid <> pg_backend_pid()"
                        + " and query <> '' and query not like ?"
                        + " and query not ilike all (array['commit%', 'rollback%', 'begin%', 'set %', 'show %'])",
                Integer.class,
                "%seamless%");
        return others == null ? 0 : others;
    }

    @Override
    public Duration replicaLag(JdbcTemplate template) {
        return lag.look(template);
    }
}
