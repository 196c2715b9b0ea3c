package dev.seamless.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A database that the ledger does not know: it has none, which is no matter to an application without a rename beyond {@code OLD}. */
record UnknownLedger(String product) implements LedgerDatabase {

    @Override
    public String script() {
        throw new UnknownDatabase(product);
    }

    @Override
    public boolean hasTables(Connection connection) {
        return false;
    }

    @Override
    public @Nullable String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    @Override
    public String now() {
        throw new UnknownDatabase(product);
    }

    @Override
    public String millisSince(String column) {
        throw new UnknownDatabase(product);
    }

    @Override
    public Instant time(ResultSet row, String column) {
        throw new UnknownDatabase(product);
    }

    @Override
    public long waitForLocks(Connection connection, long millis) {
        return -1;
    }

    @Override
    public boolean name(Connection connection, String instance) {
        return false;
    }

    @Override
    public int endSessions(Connection connection, String instance) {
        throw new UnknownDatabase(product);
    }
}
