package dev.seamless.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * MySQL and MariaDB look for a deadlock whenever somebody begins to wait, and end the transaction that has changed least, which
 * is not the window's. So a window does not wait: it gives up at the first lock of somebody else.
 */
final class MySqlBackfill implements BackfillDatabase {

    private static final Set<Integer> IN_THE_WAY = Set.of(1205, 1213, 1969, 3024, 3572);

    @Override
    public void bound(Connection connection, JdbcTemplate template) {
        template.execute("set innodb_lock_wait_timeout = 0");
        template.setQueryTimeout(1);
    }

    @Override
    public boolean isInTheWay(SQLException failure) {
        return IN_THE_WAY.contains(failure.getErrorCode());
    }

    @Override
    public Set<String> transactions(JdbcTemplate template) {
        return Set.of();
    }

    /** A primary does not know how far its replicas are. */
    @Override
    public Duration replicaLag(JdbcTemplate template) {
        return Duration.ZERO;
    }
}
