package dev.seamless.schema;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells whether something failed because it did not get a lock in time, or lost it to a deadlock: then it may be tried again. */
public final class LostLock {

    /** Spring's translation knows no lock that PostgreSQL did not get in time, nor H2's. */
    private static final Set<String> STATES = Set.of("55P03", "40001", "40P01", "HYT00");

    /** MySQL and MariaDB give a lock wait timeout no state of its own. */
    private static final Set<Integer> CODES = Set.of(1205, 1213);

    private LostLock() {}

    /** Whether that is why it failed. */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException || (cause instanceof SQLException sql && isIn(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return STATES.contains(state) || (state.equals("HY000") && CODES.contains(failure.getErrorCode()));
    }
}
