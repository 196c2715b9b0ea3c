package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger remembers of a pair.
 *
 * @param pair the pair; in its names the schema is given and all is in lower case, which makes it the key
 * @param standing the facts, the bars, and what is under way
 * @param script the script of the migration under way, if one is
 * @param bornWithTable whether the migration run that recorded it also created its table, and nobody has entered since: then
 *     nobody has written it before
 * @param beyondOld whether an instance was ever in a later phase than {@code OLD}
 * @param openedAt when the last expand or retreat began, or else when it was first recorded
 * @param age how long ago that was, by the database's clock
 */
public record PairRecord(
        Pair pair,
        Standing standing,
        @Nullable String script,
        boolean bornWithTable,
        boolean beyondOld,
        Instant openedAt,
        Duration age) {

    /** The pair as text, which is the ledger's key. */
    public String key() {
        return pair.toString();
    }

    /**
     * Whether anything is left to guard: not before expand or after withdraw, when nobody can be anywhere but in {@code OLD}, and
     * not after contract.
     */
    public boolean isOpen() {
        Set<SchemaPhase> barred = standing.barred();
        return standing.migration() != null
                || !(barred.containsAll(Migration.WITHDRAW.bars()) || barred.containsAll(Migration.CONTRACT.bars()));
    }

    PairRecord standing(Standing changed) {
        return new PairRecord(pair, changed, script, bornWithTable, beyondOld, openedAt, age);
    }

    PairRecord script(@Nullable String changed) {
        return new PairRecord(pair, standing, changed, bornWithTable, beyondOld, openedAt, age);
    }

    PairRecord bornWithTable(boolean changed) {
        return new PairRecord(pair, standing, script, changed, beyondOld, openedAt, age);
    }

    PairRecord beyondOld(boolean changed) {
        return new PairRecord(pair, standing, script, bornWithTable, changed, openedAt, age);
    }
}
