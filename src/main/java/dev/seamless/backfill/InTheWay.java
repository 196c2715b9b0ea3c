package dev.seamless.backfill;

import java.sql.SQLException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Tells whether something failed because others were in its way, or it in theirs: then it is tried again. */
final class InTheWay {

    private InTheWay() {}

    /** What a window that passed over locked rows gives up with. */
    static RuntimeException rowsAreLocked() {
        return new PessimisticLockingFailureException("Others hold locks on rows of the window");
    }

    static boolean is(Throwable failure, BackfillDatabase database) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PessimisticLockingFailureException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return database.isInTheWay(sql);
            }
        }
        return false;
    }
}
