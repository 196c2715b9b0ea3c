package dev.seamless.ledger;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/** Whether a pair is open that this instance maps and is not counted for. Guarded by the lock of its {@link Membership}. */
final class News {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class); // whose it is to a reader of the log

    /** What came of the question. */
    enum Told {
        NOTHING,
        OPENED,

        /** The question fails, and would fail again; whoever asked has no rename of its own. */
        NO_ANSWER
    }

    private final Instance instance;
    private boolean hasFailed;

    News(Instance instance) {
        this.instance = instance;
    }

    /**
     * Asks the ledger. An application without a rename of its own is not stopped because it may not ask, unless it is counted: then
     * it has asked before, and its place is not forgotten.
     *
     * @param beating whether this instance keeps its place in the ledger: one that does not may lose it, and is not counted
     * @param counted whether the ledger counts it, as far as is known
     * @throws DataAccessException if the database is away or busy; otherwise only to one that has a rename, or is counted
     */
    Told ask(LedgerRunner ledger, Mapped mapped, boolean beating, boolean counted) {
        try {
            boolean opened = ledger.hasTables() && ledger.run(session -> isOpened(session, mapped, beating));
            return opened ? Told.OPENED : Told.NOTHING;
        } catch (NonTransientDataAccessResourceException e) {
            throw e;
        } catch (NonTransientDataAccessException e) {
            if (counted || !mapped.uses().isEmpty()) {
                throw e;
            }
            if (!hasFailed) {
                LOG.warn("The ledger cannot be asked for renames of other applications: {}", e.getMessage());
            }
            hasFailed = true;
            return Told.NO_ANSWER;
        }
    }

    private boolean isOpened(LedgerSession session, Mapped mapped, boolean beating) {
        Set<MappedColumn> columns = mapped.columnsIn(session);
        Set<String> places = beating ? new HashSet<>(session.fleet().pairsOf(instance.id())) : Set.of();
        return session.pairs().all().stream()
                .filter(pair -> pair.isOpen() && !places.contains(pair.key()))
                .anyMatch(pair -> columns.contains(MappedColumn.oldOf(pair.pair()))
                        || columns.contains(MappedColumn.newOf(pair.pair())));
    }
}
