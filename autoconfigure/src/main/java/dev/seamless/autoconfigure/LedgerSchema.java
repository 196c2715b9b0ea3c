package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.ledger.Ledger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/** Creates the tables of the ledger, where it is told to and there is a rename. */
final class LedgerSchema {

    private final DatabaseInitializationMode mode;
    private final ObjectProvider<Renames> renames;
    private final Set<DataSource> done = Collections.newSetFromMap(new IdentityHashMap<>());

    LedgerSchema(DatabaseInitializationMode mode, ObjectProvider<Renames> renames) {
        this.mode = mode;
        this.renames = renames;
    }

    synchronized void initialize(DataSource dataSource, Ledger ledger) {
        if (!renames.getObject().isEmpty() && isWanted(dataSource) && done.add(dataSource)) {
            ledger.initialize();
        }
    }

    private boolean isWanted(DataSource dataSource) {
        return mode == DatabaseInitializationMode.ALWAYS
                || (mode == DatabaseInitializationMode.EMBEDDED && EmbeddedDatabaseConnection.isEmbedded(dataSource));
    }
}
