package dev.seamless.backfill;

import java.sql.SQLException;

/** Tells whether something failed because others were in its way, or it in theirs: then it is tried again. */
final class InTheWay {

    private InTheWay() {}

    static boolean is(Throwable failure, BackfillDatabase database) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return database.isInTheWay(sql);
            }
        }
        return false;
    }
}
