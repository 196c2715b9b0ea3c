package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.FlywayHistory.Entry;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationRun.Script;
import dev.seamless.schema.MigrationRetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Runs Flyway again where a migration of a rename did not get its lock, or an earlier run has failed in one. Its scripts do
 * nothing, or the same again, when they are run twice; any other script fails as it does without Seamless.
 */
final class RetriedFlyway implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(RetriedFlyway.class);

    private final FlywayLedger ledger;
    private final FlywayScripts scripts;
    private final MigrationRetry retry;

    /**
     * Creates it.
     *
     * @param atMost how long to pause in all
     */
    RetriedFlyway(FlywayLedger ledger, FlywayScripts scripts, Duration atMost) {
        this.ledger = ledger;
        this.scripts = scripts;
        this.retry = new MigrationRetry(atMost, ledger::repeatable);
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            retry.run(() -> attempt(flyway));
        } finally {
            ledger.endRun();
        }
    }

    private void attempt(Flyway flyway) {
        ledger.beginRun();
        try {
            flyway.migrate();
        } catch (RuntimeException e) {
            if (ledger.hasRunAny() || !forgetFailures(flyway.getConfiguration(), e)) {
                throw e;
            }
            ledger.beginRun();
            flyway.migrate();
        }
    }

    /** Where DDL cannot be rolled back Flyway remembers a failure, and runs nothing any more; whether there was one. */
    private boolean forgetFailures(Configuration configuration, RuntimeException failure) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            FlywayHistory history = new FlywayHistory(configuration, connection);
            List<Entry> failed = history.entries().stream()
                    .filter(entry -> !entry.successful() && isOfARename(configuration, entry.script()))
                    .toList();
            for (Entry entry : failed) {
                LOG.warn("{} has failed before, and is run again", entry.script());
                history.forget(entry);
            }
            return !failed.isEmpty();
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Also one that was taken back, and is no longer there. */
    private boolean isOfARename(Configuration configuration, String script) {
        return scripts.find(configuration, script)
                .map(Script::isMarked)
                .orElseGet(() -> new Ledger(configuration.getDataSource()).knows(script));
    }
}
