package dev.seamless.autoconfigure;

import dev.seamless.command.MigrationTool;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;

/** Flyway, run by a command as a start would run it. */
final class FlywayTool implements MigrationTool {

    private final ListableBeanFactory beans;
    private final FlywayLedger ledger;

    FlywayTool(ListableBeanFactory beans, FlywayLedger ledger) {
        this.beans = beans;
        this.ledger = ledger;
    }

    @Override
    public Format format() {
        return Format.FLYWAY;
    }

    @Override
    public boolean isEnabled() {
        return beans.getBeanNamesForType(FlywayMigrationInitializer.class, true, false).length > 0;
    }

    /** The initializer migrates when it is made, which may have been before. */
    @Override
    public List<String> migrate() {
        beans.getBeansOfType(FlywayMigrationInitializer.class);
        return ledger.ran();
    }
}
