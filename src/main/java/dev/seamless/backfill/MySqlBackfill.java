package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * MySQL and MariaDB look for a deadlock whenever somebody begins to wait, and end the transaction that has changed least, which
 * is not the window's. So a window never waits while it holds locks: it passes over those of others, and then gives up.
 */
final class MySqlBackfill implements BackfillDatabase {

    private static final Set<Integer> IN_THE_WAY = Set.of(1205, 1213, 1969, 3024, 3572);

    @Override
    public void bound(Connection connection, JdbcTemplate template) {
        template.execute(MARK + "set innodb_lock_wait_timeout = 0");
        template.setQueryTimeout(1);
    }

    /** With {@code skip locked} and no time to wait, MariaDB fails in an error of its commit instead of skipping. */
    @Override
    public Optional<String> lock() {
        return Optional.of(" for update nowait");
    }

    @Override
    public boolean isInTheWay(SQLException failure) {
        return IN_THE_WAY.contains(failure.getErrorCode());
    }

    /**
     * Whoever may not see the processes of others does not see their transactions. Where the table of privileges is empty, the
     * server runs without any.
     */
    @Override
    public Set<String> transactions(JdbcTemplate template) {
        Boolean mayLook = template.queryForObject(
                "select count(*) = 0 or max(privilege_type = 'PROCESS') = 1 from information_schema.user_privileges",
                Boolean.class);
        return mayLook == null || !mayLook
                ? Set.of()
                : new HashSet<>(template.queryForList(
                        "select concat(trx_mysql_thread_id, ' ', trx_started) from information_schema.innodb_trx"
                                + " where trx_mysql_thread_id <> connection_id()",
                        String.class));
    }

    @Override
    public int othersAtWork(JdbcTemplate template) {
        Integer others = template.queryForObject(
                "select count(*) from information_schema.processlist where command in ('Query', 'Execute')"
                        + " and id <> connection_id() and info is not null and info not like '%seamless%'"
                        + " and info not regexp '^(commit|rollback|begin|start transaction|set|show)'",
                Integer.class);
        return others == null ? 0 : others;
    }

    /** A primary does not know how far its replicas are. */
    @Override
    public Duration replicaLag(JdbcTemplate template) {
        return Duration.ZERO;
    }
}
