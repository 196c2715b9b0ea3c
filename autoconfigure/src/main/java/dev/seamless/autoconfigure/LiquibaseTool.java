package dev.seamless.autoconfigure;

import dev.seamless.command.MigrationTool;
import dev.seamless.schema.MigrationRetry;
import java.time.Duration;
import java.util.List;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.ListableBeanFactory;

/** Liquibase, run by a command as a start would run it, and again where a migration of a rename did not get its lock. */
final class LiquibaseTool implements MigrationTool {

    private final ListableBeanFactory beans;
    private final LiquibaseLedger ledger;
    private final MigrationRetry retry;

    /**
     * Creates it.
     *
     * @param atMost how long to try
     */
    LiquibaseTool(ListableBeanFactory beans, LiquibaseLedger ledger, Duration atMost) {
        this.beans = beans;
        this.ledger = ledger;
        this.retry = new MigrationRetry(atMost, ledger::isChangeSetMarked);
    }

    @Override
    public Format format() {
        return Format.LIQUIBASE;
    }

    @Override
    public boolean isEnabled() {
        return beans.getBeanNamesForType(SpringLiquibase.class, true, false).length > 0;
    }

    /** Liquibase updates when its bean is made; one that failed to was not made, and is made anew. */
    @Override
    public List<String> migrate() {
        retry.run(() -> beans.getBeansOfType(SpringLiquibase.class));
        return ledger.ran();
    }
}
