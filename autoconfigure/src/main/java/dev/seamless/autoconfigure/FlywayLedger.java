package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationRun;
import dev.seamless.ledger.MigrationRun.Script;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Begins and lifts the migrations that Flyway's scripts are marked with. */
final class FlywayLedger implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(FlywayLedger.class);

    private final LedgerSchema schema;
    private final Instance instance;
    private final Duration patience;
    private final ResourceLoader resources;
    private @Nullable MigrationRun run;
    private @Nullable Connection connection;

    /**
     * A callback.
     *
     * @param patience how long to wait for somebody live who stands in the way
     */
    FlywayLedger(LedgerSchema schema, Instance instance, Duration patience, ResourceLoader resources) {
        this.schema = schema;
        this.instance = instance;
        this.patience = patience;
        this.resources = resources;
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
            case BEFORE_EACH_MIGRATE -> script(context).ifPresent(script -> before(script, context));
            case AFTER_EACH_MIGRATE ->
                script(context).ifPresent(script -> run(context).after(script));
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
                    ledger, instance, patience, pair -> tables.contains(TableNames.name(current, pair)));
            begun.resume(applied(context, tables));
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

    /** In one transaction for all scripts nothing is committed before the last, and no bar could be lifted between two. */
    private void before(Script script, Context context) {
        if (context.getConfiguration().isGroup() && script.text().contains("-- seamless:")) {
            throw new RefusedException(
                    script.name()
                            + " is marked as a migration of a rename, but spring.flyway.group runs all scripts in one"
                            + " transaction.",
                    "Set spring.flyway.group to false.");
        }
        run(context).before(script);
    }

    /** Flyway's callback shows no earlier migration, so its history is read. */
    private List<Script> applied(Context context, Set<String> tables) throws SQLException {
        Configuration configuration = context.getConfiguration();
        List<Script> scripts = new ArrayList<>();
        String schema = configuration.getDefaultSchema();
        if (tables.contains(TableNames.name(
                schema == null ? TableNames.schema(context.getConnection()) : schema, configuration.getTable()))) {
            try (Statement statement = context.getConnection().createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select " + quoted(context, "script") + " from " + table(context) + " where "
                                    + quoted(context, "success") + " order by " + quoted(context, "installed_rank"))) {
                while (rows.next()) {
                    script(configuration, rows.getString(1)).ifPresent(scripts::add);
                }
            }
        }
        return scripts;
    }

    private static String table(Context context) throws SQLException {
        Configuration configuration = context.getConfiguration();
        String schema = configuration.getDefaultSchema();
        return (schema == null ? "" : quoted(context, schema) + ".") + quoted(context, configuration.getTable());
    }

    private static String quoted(Context context, String name) throws SQLException {
        String quote = context.getConnection().getMetaData().getIdentifierQuoteString();
        return quote + name + quote;
    }

    private Optional<Script> script(Context context) {
        return script(context.getConfiguration(), context.getMigrationInfo().getScript());
    }

    /** A migration that is no SQL file has no markers. */
    private Optional<Script> script(Configuration configuration, String name) {
        if (Arrays.stream(configuration.getSqlMigrationSuffixes()).noneMatch(name::endsWith)) {
            return Optional.empty();
        }
        ResourcePatternResolver resolver = ResourcePatternUtils.getResourcePatternResolver(resources);
        for (var location : configuration.getLocations()) {
            String folder = location.isFileSystem() ? "file:" + location.getPath() : "classpath*:" + location.getPath();
            for (Resource file : resources(resolver, folder + "/" + name)) {
                if (file.exists()) {
                    return Optional.of(new Script(name, read(file, configuration.getEncoding())));
                }
            }
        }
        LOG.warn("The text of {} cannot be found, so that a migration of a rename in it would not be guarded", name);
        return Optional.empty();
    }

    private static Resource[] resources(ResourcePatternResolver resolver, String pattern) {
        try {
            return resolver.getResources(pattern);
        } catch (IOException e) {
            throw new FlywayException("The scripts in " + pattern + " could not be listed", e);
        }
    }

    private static String read(Resource file, Charset encoding) {
        try {
            return file.getContentAsString(encoding);
        } catch (IOException e) {
            throw new FlywayException("The markers in " + file + " could not be read", e);
        }
    }
}
