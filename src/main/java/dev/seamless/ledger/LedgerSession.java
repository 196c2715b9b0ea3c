package dev.seamless.ledger;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One transaction on the ledger. */
final class LedgerSession {

    private final Connection connection;
    private final LedgerDatabase database;
    private final JdbcClient sql;

    LedgerSession(Connection connection, LedgerDatabase database) {
        this.connection = connection;
        this.database = database;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    Connection connection() {
        return connection;
    }

    LedgerDatabase database() {
        return database;
    }

    JdbcClient sql() {
        return sql;
    }

    PairTable pairs() {
        return new PairTable(this);
    }

    FleetTable fleet() {
        return new FleetTable(this);
    }

    RangeTable ranges() {
        return new RangeTable(this);
    }

    HistoryTable history() {
        return new HistoryTable(this);
    }
}
