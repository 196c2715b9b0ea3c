package dev.seamless.autoconfigure;

import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationRun;
import dev.seamless.ledger.MigrationRun.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Begins and lifts the migrations that Liquibase's change sets are marked with. */
final class LiquibaseLedger implements BeanPostProcessor {

    private final ObjectProvider<LedgerSchema> schema;
    private final Instance instance;
    private final Duration patience;
    private final boolean mayTakeLong;
    private final List<String> ran = new ArrayList<>();
    private boolean isChangeSetMarked;

    /**
     * A listener for every {@link SpringLiquibase}.
     *
     * @param patience how long to wait for somebody live who stands in the way
     * @param mayTakeLong whether no application that starts waits for the migrations
     */
    LiquibaseLedger(ObjectProvider<LedgerSchema> schema, Instance instance, Duration patience, boolean mayTakeLong) {
        this.schema = schema;
        this.instance = instance;
        this.patience = patience;
        this.mayTakeLong = mayTakeLong;
    }

    /** The change sets that have run, in their order. */
    List<String> ran() {
        return List.copyOf(ran);
    }

    /** Whether the change set that was run last belongs to a migration of a rename. */
    boolean isChangeSetMarked() {
        return isChangeSetMarked;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof SpringLiquibase spring) {
            Customizer<Liquibase> own = spring.getCustomizer();
            spring.setCustomizer(liquibase -> {
                if (own != null) {
                    own.customize(liquibase);
                }
                liquibase.setChangeExecListener(listener(spring.getDataSource(), liquibase));
            });
        }
        return bean;
    }

    private Listener listener(DataSource dataSource, Liquibase liquibase) {
        try {
            Connection connection =
                    ((JdbcConnection) liquibase.getDatabase().getConnection()).getUnderlyingConnection();
            DataSource beside = FlywayLedger.beside(dataSource, connection);
            Ledger ledger = new Ledger(beside);
            schema.getObject().initialize(beside, ledger);
            Set<String> before = TableNames.of(connection);
            String current = TableNames.schema(connection);
            MigrationRun run = new MigrationRun(
                    ledger, instance, patience, pair -> before.contains(TableNames.name(current, pair)), mayTakeLong);
            run.resume(applied(liquibase));
            return new Listener(run);
        } catch (SQLException | LiquibaseException e) {
            throw new UnexpectedLiquibaseException("The tables before the migration could not be read", e);
        }
    }

    private static List<Script> applied(Liquibase liquibase) throws LiquibaseException {
        DatabaseChangeLog changeLog = liquibase.getDatabaseChangeLog();
        return liquibase.getDatabase().getRanChangeSetList().stream()
                .map(ran -> changeSet(changeLog, ran))
                .filter(Objects::nonNull)
                .map(LiquibaseLedger::script)
                .toList();
    }

    private static @Nullable ChangeSet changeSet(DatabaseChangeLog changeLog, RanChangeSet ran) {
        return changeLog.getChangeSet(ran.getChangeLog(), ran.getAuthor(), ran.getId());
    }

    private static Script script(ChangeSet changeSet) {
        return new Script(
                changeSet.toString(false),
                changeSet.getChanges().stream()
                        .filter(AbstractSQLChange.class::isInstance)
                        .map(change -> ((AbstractSQLChange) change).getSql())
                        .collect(Collectors.joining("\n")));
    }

    /** Liquibase commits a change set before it says that it ran. */
    private final class Listener extends AbstractChangeExecListener {

        private final MigrationRun run;

        Listener(MigrationRun run) {
            this.run = run;
        }

        @Override
        public void willRun(ChangeSet changeSet, DatabaseChangeLog log, Database database, RunStatus status) {
            if (status == RunStatus.NOT_RAN || status == RunStatus.RUN_AGAIN) {
                Script script = script(changeSet);
                isChangeSetMarked = script.isMarked();
                run.before(script);
            }
        }

        @Override
        public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ExecType type) {
            if (type == ExecType.EXECUTED || type == ExecType.RERAN) {
                run.after(script(changeSet));
                run.end();
                ran.add(changeSet.toString(false));
            }
        }
    }
}
