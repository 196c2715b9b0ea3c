package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * H2 looks for a deadlock whenever somebody begins to wait, however short, and ends the younger transaction. So a window never waits
 * while it holds locks: it passes over those of others, and then gives up. There are no replicas.
 */
final class H2Backfill implements BackfillDatabase {

    private static final Set<Integer> IN_THE_WAY = Set.of(50200, 40001, 57014, 90131);

    @Override
    public void bound(Connection connection, JdbcTemplate template) {
        template.execute("set lock_timeout 0");
        template.setQueryTimeout(1);
    }

    @Override
    public Optional<String> lock() {
        return Optional.of(" for update skip locked");
    }

    @Override
    public boolean isInTheWay(SQLException failure) {
        return IN_THE_WAY.contains(failure.getErrorCode());
    }

    @Override
    public Set<String> transactions(JdbcTemplate template) {
        return new HashSet<>(template.queryForList(
                "select session_id || ' ' || session_start from information_schema.sessions"
                        + " where contains_uncommitted and session_id <> session_id()",
                String.class));
    }

    @Override
    public int othersAtWork(JdbcTemplate template) {
        Integer others = template.queryForObject(
                "select count(*) from information_schema.sessions where executing_statement is not null"
                        + " and session_id <> session_id() and executing_statement not like '%seamless%'",
                Integer.class);
        return others == null ? 0 : others;
    }

    @Override
    public Duration replicaLag(JdbcTemplate template) {
        return Duration.ZERO;
    }
}
