package dev.seamless.protocol;

import dev.seamless.SchemaPhase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a pair stands: what the ledger remembers of it, besides who is live. Immutable.
 *
 * @param oldCurrent whether the old column holds the last committed write of every row
 * @param newCurrent whether the new one does
 * @param barred the phases that the table is not fit for
 * @param migration the migration that has begun and is not yet done, if any
 * @param pass the pass under way, if any
 */
public record Standing(
        boolean oldCurrent,
        boolean newCurrent,
        Set<SchemaPhase> barred,
        @Nullable Migration migration,
        @Nullable Pass pass) {

    /** Where a pair stands at first: old is current, and there is no new column. */
    public static final Standing FIRST = new Standing(true, false, Migration.WITHDRAW.bars(), null, null);

    /** Creates a standing; the barred phases are copied. */
    public Standing {
        barred = Phases.of(barred);
    }

    Standing current(boolean oldCurrent, boolean newCurrent) {
        return new Standing(oldCurrent, newCurrent, barred, migration, pass);
    }

    Standing barred(Set<SchemaPhase> barred) {
        return new Standing(oldCurrent, newCurrent, barred, migration, pass);
    }

    Standing migration(@Nullable Migration migration) {
        return new Standing(oldCurrent, newCurrent, barred, migration, pass);
    }

    Standing pass(@Nullable Pass pass) {
        return new Standing(oldCurrent, newCurrent, barred, migration, pass);
    }

    /** As the history shows it. */
    @Override
    public String toString() {
        return "current: " + (oldCurrent ? (newCurrent ? "both" : "old") : newCurrent ? "new" : "none") + "; barred: "
                + barred + (migration == null ? "" : "; under way: " + migration)
                + (pass == null ? "" : "; pass: " + pass);
    }
}
