package dev.seamless.backfill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far the slowest replica of a PostgreSQL is behind: how long ago the log ended where the replica has come to by now. The
 * server's own {@code replay_lag} stands still when a replica does. Who subscribes to changes is no replica: what it has confirmed
 * stands still as long as nothing happens to what it subscribes to. A role that is not in {@code pg_monitor} sees no replica.
 */
final class PostgreSqlLag {

    /** Enough for ten minutes of one look a second; behind that it is far behind in any case. */
    private static final int LOOKS = 600;

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * Where the log ended.
     *
     * @param end in bytes
     * @param at by the clock of this process
     */
    private record Look(long end, long at) {}

    /** Looks once more, and returns the lag; zero if there is no replica, or it has all that there was at the first look. */
    synchronized Duration look(JdbcTemplate template) {
        long now = System.nanoTime();
        List<long[]> found = template.query(
                BackfillDatabase.MARK
                        + "select cast(pg_current_wal_lsn() - '0/0' as bigint), cast(min(replay_lsn) - '0/0' as bigint)"
                        + " from pg_stat_replication r where not exists (select 1 from pg_replication_slots s"
                        + " where s.active_pid = r.pid and s.slot_type = 'logical') having min(replay_lsn) is not null",
                (row, number) -> new long[] {row.getLong(1), row.getLong(2)});
        if (found.isEmpty()) {
            looks.clear();
            return Duration.ZERO;
        }
        looks.addLast(new Look(found.get(0)[0], now));
        if (looks.size() > LOOKS) {
            looks.removeFirst();
        }
        long replayed = found.get(0)[1];
        while (!looks.isEmpty() && looks.getFirst().end() <= replayed) {
            looks.removeFirst();
        }
        return looks.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(now - looks.getFirst().at());
    }
}
