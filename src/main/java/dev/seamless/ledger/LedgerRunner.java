package dev.seamless.ledger;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs something in a transaction on the ledger. */
interface LedgerRunner {

    <T extends @Nullable Object> T run(Function<LedgerSession, T> work);
}
