package dev.seamless.autoconfigure;

import java.util.List;

/** What the ledger knows of a rename, where there is one. */
interface LedgerDetails {

    /** One view for each pair of the rename. */
    List<?> of(String rename);
}
