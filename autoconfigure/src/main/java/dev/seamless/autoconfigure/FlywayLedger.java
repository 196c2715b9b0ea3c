package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
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
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Begins and lifts the migrations that Flyway's scripts are marked with. */
final class FlywayLedger implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(FlywayLedger.class);

    private final LedgerSchema schema;
    private final Instance instance;
    private final Duration patience;
    private final FlywayScripts scripts;
    private final boolean mayTakeLong;
    private final List<String> ran = new ArrayList<>();
    private @Nullable MigrationRun run;
    private boolean isScriptMarked;
    private @Nullable Connection connection;

    /**
     * A callback.
     *
     * @param patience how long to wait for somebody live who stands in the way
     * @param mayTakeLong whether no application that starts waits for the migrations
     */
    FlywayLedger(
            LedgerSchema schema, Instance instance, Duration patience, FlywayScripts scripts, boolean mayTakeLong) {
        this.schema = schema;
        this.instance = instance;
        this.patience = patience;
        this.scripts = scripts;
        this.mayTakeLong = mayTakeLong;
    }

    /** The scripts that have run, in their order. */
    List<String> ran() {
        return List.copyOf(ran);
    }

    /** Whether the script that was run last belongs to a migration of a rename. */
    boolean isScriptMarked() {
        return isScriptMarked;
    }

    /** Not those around the whole run: for these Flyway opens a third connection, which a pool may not have. */
    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE
                || event == Event.AFTER_MIGRATE_OPERATION_FINISH;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "seamless";
    }

    @Override
    public void handle(Event event, Context context) {
        switch (event) {
            case BEFORE_EACH_MIGRATE -> before(context);
            case AFTER_EACH_MIGRATE -> {
                script(context).ifPresent(script -> run(context).after(script));
                ran.add(context.getMigrationInfo().getScript());
            }
            default -> run(context).end();
        }
    }

    private MigrationRun begin(Context context) {
        DataSource dataSource = context.getConfiguration().getDataSource();
        try {
            DataSource beside = beside(dataSource, context.getConnection());
            Ledger ledger = new Ledger(beside);
            schema.initialize(beside, ledger);
            Set<String> tables = TableNames.of(context.getConnection());
            String current = TableNames.schema(context.getConnection());
            MigrationRun begun = new MigrationRun(
                    ledger, instance, patience, pair -> tables.contains(TableNames.name(current, pair)), mayTakeLong);
            begun.resume(applied(context));
            return begun;
        } catch (SQLException e) {
            throw new FlywayException("The tables before the migration could not be read", e);
        }
    }

    /** Flyway holds two connections while it runs, and a pool may have no third. Only one that leads to the same schema will do. */
    static DataSource beside(DataSource pool, Connection own) throws SQLException {
        String schema = TableNames.schema(own);
        try {
            DataSource beside = DataSourceBuilder.derivedFrom(pool)
                    .type(SimpleDriverDataSource.class)
                    .build();
            try (Connection connection = beside.getConnection()) {
                return Objects.equals(TableNames.schema(connection), schema) ? beside : pool;
            }
        } catch (IllegalStateException
                | IllegalArgumentException
                | UnsupportedDataSourcePropertyException
                | SQLException e) {
            LOG.debug("No connection beside {} can be made, so its own are used", pool, e);
            return pool;
        }
    }

    /** Flyway runs each time on connections of its own, and a run that failed is not told from one that ended. */
    private MigrationRun run(Context context) {
        if (run == null || connection != context.getConnection()) {
            run = begin(context);
            connection = context.getConnection();
        }
        return run;
    }

    private void before(Context context) {
        Optional<Script> found = script(context);
        isScriptMarked = found.filter(Script::isMarked).isPresent();
        found.ifPresent(script -> before(script, context));
    }

    /** In one transaction for all scripts nothing is committed before the last, and no bar could be lifted between two. */
    private void before(Script script, Context context) {
        if (context.getConfiguration().isGroup() && script.isMarked()) {
            throw new RefusedException(
                    script.name()
                            + " is marked as a migration of a rename, but spring.flyway.group runs all scripts in one"
                            + " transaction.",
                    "Set spring.flyway.group to false.");
        }
        run(context).before(script);
    }

    /** Flyway's callback shows no earlier migration, so its history is read. */
    private List<Script> applied(Context context) throws SQLException {
        Configuration configuration = context.getConfiguration();
        return new FlywayHistory(configuration, context.getConnection())
                .applied().stream()
                        .flatMap(name -> scripts.find(configuration, name).stream())
                        .toList();
    }

    private Optional<Script> script(Context context) {
        return scripts.find(
                context.getConfiguration(), context.getMigrationInfo().getScript());
    }
}
