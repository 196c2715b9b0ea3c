package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * H2 looks for a deadlock whenever somebody begins to wait, however short, and ends the younger transaction. So a window never waits
 * while it holds locks: it passes over those of others, and then gives up. There are no replicas.
 */
final class H2Backfill implements BackfillDatabase {

    private static final Set<Integer> IN_THE_WAY = Set.of(50200, 40001, 57014, 90131);

    private static final int GENERAL_ERROR = 50000;
    private static final int MOST_TRIES = 20;

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
        return new HashSet<>(sessions(
                template,
                "select session_id || ' ' || session_start from information_schema.sessions"
                        + " where contains_uncommitted and session_id <> session_id()"));
    }

    @Override
    public int othersAtWork(JdbcTemplate template) {
        return sessions(
                        template,
                        "select executing_statement from information_schema.sessions where executing_statement is not null"
                                + " and session_id <> session_id() and executing_statement not like '%seamless%'")
                .size();
    }

    /** H2 fails to show its sessions while the transaction of one ends ("General error"); so it is asked again. */
    private static List<String> sessions(JdbcTemplate template, String sql) {
        for (int tries = 1; ; tries++) {
            try {
                return template.queryForList(sql, String.class);
            } catch (UncategorizedSQLException e) {
                if (tries == MOST_TRIES || !isGeneral(e.getSQLException())) {
                    throw e;
                }
            }
        }
    }

    private static boolean isGeneral(@Nullable SQLException failure) {
        return failure != null && failure.getErrorCode() == GENERAL_ERROR;
    }

    @Override
    public Duration replicaLag(JdbcTemplate template) {
        return Duration.ZERO;
    }
}
