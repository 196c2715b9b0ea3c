package dev.seamless.ledger;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the ledger is asked: on which connection. */
interface LedgerRunner {

    /** Runs something in a transaction on the ledger. */
    <T extends @Nullable Object> T run(Function<LedgerSession, T> work);

    /** Whether the tables of the ledger are there: one statement. */
    boolean hasTables();
}
