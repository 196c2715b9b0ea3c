package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.autoconfigure.FlywayHistory.Entry;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationRun;
import dev.seamless.ledger.MigrationRun.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
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
    private final Set<String> ran = new LinkedHashSet<>();
    private @Nullable MigrationRun run;
    private @Nullable Connection connection;
    private @Nullable Set<String> tablesBefore;
    private @Nullable String script;
    private boolean isScriptMarked;

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

    /** What has just failed, if it may be run twice: a script of a rename, or Flyway before it came to a script. */
    Optional<String> repeatable() {
        return script == null ? Optional.of("Flyway") : isScriptMarked ? Optional.of(script) : Optional.empty();
    }

    /** Whether this run has come to a script. */
    boolean hasRunAny() {
        return script != null;
    }

    /** Begins a run; one that is another attempt of the same knows which tables were there before the first. */
    void beginRun() {
        run = null;
        connection = null;
        script = null;
        isScriptMarked = false;
    }

    /** Ends a run and its attempts. */
    void endRun() {
        beginRun();
        tablesBefore = null;
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
                script(context).ifPresent(done -> run(context).after(done));
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
            Set<String> tables = tablesBefore == null ? TableNames.of(context.getConnection()) : tablesBefore;
            tablesBefore = tables;
            String current = TableNames.schema(context.getConnection());
            MigrationRun begun = new MigrationRun(
                    ledger, instance, patience, pair -> tables.contains(TableNames.name(current, pair)), mayTakeLong);
            begun.resume(() -> applied(context));
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
        script = context.getMigrationInfo().getScript();
        isScriptMarked = found.filter(Script::isMarked).isPresent();
        found.ifPresent(next -> before(next, context));
    }

    /** In one transaction for all scripts nothing is committed before the last, and no bar could be lifted between two. */
    private void before(Script next, Context context) {
        if (context.getConfiguration().isGroup() && next.isMarked()) {
            throw new RefusedException(
                    next.name()
                            + " is marked as a migration of a rename, but spring.flyway.group runs all scripts in one"
                            + " transaction.",
                    "Set spring.flyway.group to false.");
        }
        run(context).before(next);
    }

    /** Flyway's callback shows no earlier migration, so its history is read. */
    private List<Script> applied(Context context) {
        Configuration configuration = context.getConfiguration();
        try {
            return new FlywayHistory(configuration, context.getConnection())
                    .entries().stream()
                            .filter(Entry::successful)
                            .flatMap(entry -> scripts.find(configuration, entry.script()).stream())
                            .toList();
        } catch (SQLException e) {
            throw new FlywayException("The history of the migrations could not be read", e);
        }
    }

    private Optional<Script> script(Context context) {
        return scripts.find(
                context.getConfiguration(), context.getMigrationInfo().getScript());
    }
}
