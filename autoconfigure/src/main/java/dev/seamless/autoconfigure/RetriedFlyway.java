package dev.seamless.autoconfigure;

import dev.seamless.ledger.MigrationRun.Script;
import dev.seamless.schema.MigrationRetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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

    private final FlywayScripts scripts;
    private final MigrationRetry retry;

    /**
     * Creates it.
     *
     * @param atMost how long to try
     */
    RetriedFlyway(FlywayLedger ledger, FlywayScripts scripts, Duration atMost) {
        this.scripts = scripts;
        this.retry = new MigrationRetry(atMost, ledger::isScriptMarked);
    }

    @Override
    public void migrate(Flyway flyway) {
        retry.run(() -> {
            forgetFailures(flyway.getConfiguration());
            return flyway.migrate();
        });
    }

    /** Where DDL cannot be rolled back Flyway remembers the failure, and would run nothing any more. */
    private void forgetFailures(Configuration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            FlywayHistory history = new FlywayHistory(configuration, connection);
            for (String failed : history.failed()) {
                if (scripts.find(configuration, failed).filter(Script::isMarked).isPresent()) {
                    LOG.info("{} has failed before, and is run again", failed);
                    history.forgetFailure(failed);
                }
            }
        } catch (SQLException e) {
            throw new FlywayException("The history of the migrations could not be read", e);
        }
    }
}
