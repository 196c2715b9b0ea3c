package dev.seamless.ledger;

import dev.seamless.RefusedException;

/** Says that the ledger does not know a database. */
final class UnknownDatabase extends RefusedException {

    private static final long serialVersionUID = 1;

    UnknownDatabase(String product) {
        super(
                "The ledger knows PostgreSQL, MariaDB, MySQL and H2, not " + product + ".",
                "Set seamless.guard to off, and keep the order of the moves by hand.");
    }
}
