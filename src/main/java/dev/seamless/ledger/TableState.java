package dev.seamless.ledger;

import static dev.seamless.SchemaPhase.DUAL_WRITE;
import static dev.seamless.SchemaPhase.NEW;
import static dev.seamless.SchemaPhase.OLD;
import static dev.seamless.SchemaPhase.READ_NEW;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Standing;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What the table of a pair is found to be.
 *
 * @param pair the pair, with the names that the database gives them
 * @param hasOld whether the old column is there
 * @param hasNew whether the new column is there
 * @param oldConstrained whether a write must not leave the old column out
 * @param newConstrained whether a write must not leave the new column out
 */
record TableState(Pair pair, boolean hasOld, boolean hasNew, boolean oldConstrained, boolean newConstrained) {

    /** The pair as the ledger keys it: the schema given, all in lower case. */
    Pair key() {
        return new Pair(
                lower(Objects.requireNonNull(pair.schema())),
                lower(pair.table()),
                lower(pair.oldColumn()),
                lower(pair.newColumn()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Columns columns() {
        return Columns.of(hasOld, hasNew);
    }

    /** Where a pair stands when it is first recorded: judged by its columns alone, since no pass has left evidence yet. */
    Standing first(boolean bornWithTable) {
        Set<SchemaPhase> barred = EnumSet.noneOf(SchemaPhase.class);
        if (!hasOld || newConstrained) {
            barred.add(OLD);
        }
        if (!hasOld || !hasNew) {
            barred.add(DUAL_WRITE);
            barred.add(READ_NEW);
        }
        if (!hasNew || oldConstrained) {
            barred.add(NEW);
        }
        boolean both = bornWithTable && hasOld && hasNew;
        return new Standing(hasOld, !hasOld || both, barred, null, null);
    }
}
