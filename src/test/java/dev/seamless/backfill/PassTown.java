package dev.seamless.backfill;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.FleetSettings;
import dev.seamless.ledger.Guard;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Mapped;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.PairRecord;
import dev.seamless.ledger.PassProgress;
import dev.seamless.ledger.Passes;
import dev.seamless.ledger.Use;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A table between expand and align, its ledger, and whoever works on it. */
final class PassTown implements AutoCloseable {

    static final Pair PAIR = new Pair(null, "users", "bio", "description");
    static final Duration EXPIRY = Duration.ofMillis(300);

    /** Makes way for nobody: a pass that looks for others and rests would miss what a test races it with. */
    static final PassSettings ALL_THE_TIME = new PassSettings(1, PassSettings.DEFAULTS.replicaLag(), 1);

    final TestDatabase kind;
    private final FreshDatabase database;
    private final DriverManagerDataSource dataSource;
    private final List<Fleet> fleets = new ArrayList<>();
    final Ledger ledger;
    final Passes passes;

    /** A table with the given key, whose columns have the given types. */
    PassTown(TestDatabase kind, String key, String oldType, String newType) {
        this(kind, kind.open(), key, oldType, newType);
    }

    /** The same in a database of its own. */
    PassTown(TestDatabase kind, FreshDatabase database, String key, String oldType, String newType) {
        this.kind = kind;
        this.database = database;
        this.dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        this.ledger = new Ledger(dataSource);
        this.passes = passes(EXPIRY);
        ledger.initialize();
        execute("create table users (" + key + ", bio " + oldType + ")");
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("migrations"), EXPIRY);
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        execute("alter table users add column description " + newType);
        steps.lift(Migration.EXPAND, PAIR);
    }

    /** A table with an integer key and texts. */
    PassTown(TestDatabase kind) {
        this(kind, "id integer primary key", "varchar(100)", "varchar(100)");
    }

    Passes passes(Duration expiry) {
        return new Passes(ledger, Instance.named("a worker"), expiry);
    }

    FreshDatabase database() {
        return database;
    }

    DataSource dataSource() {
        return dataSource;
    }

    void execute(String sql) {
        database.execute(sql);
    }

    JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    long count(String condition) {
        return sql().sql("select count(*) from users where " + condition)
                .query(Long.class)
                .single();
    }

    /** How many rows differ, {@code NULL} being a value. */
    long drifted() {
        return count(kind.differ("bio", "description"));
    }

    /** Fills the table with rows of which each tenth is {@code NULL} in the old column. */
    void fill(int rows) {
        execute("insert into users (id, bio) select n, case when mod(n, 10) = 0 then null else concat('about ', n) end"
                + " from (" + numbers(rows) + ") numbers");
    }

    /** A query for the numbers from one to the given one, called {@code n}. */
    String numbers(int upTo) {
        return switch (kind) {
            case H2 -> "select x as n from system_range(1, " + upTo + ")";
            case POSTGRESQL, POSTGRESQL_18 -> "select n from generate_series(cast(1 as bigint), " + upTo + ") n";
            case MARIADB -> "select cast(seq as signed) as n from seq_1_to_" + upTo;
        };
    }

    EndedPass run(PassRequest request) {
        return run(request, ALL_THE_TIME, PassObserver.NONE);
    }

    EndedPass run(PassRequest request, PassSettings settings, PassObserver observer) {
        return run(passes, request, settings, observer);
    }

    private EndedPass run(Passes by, PassRequest request, PassSettings settings, PassObserver observer) {
        try {
            return new Backfill(dataSource, by, settings).run(request, observer);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    EndedPass forward() {
        return run(PassRequest.backfill(PAIR, Direction.FORWARD, null));
    }

    /** Waits for nobody who would spoil it. */
    EndedPass forwardAtOnce() {
        PassRequest forward = PassRequest.backfill(PAIR, Direction.FORWARD, null);
        return run(passes(Duration.ZERO), forward, ALL_THE_TIME, PassObserver.NONE);
    }

    PairRecord record() {
        return ledger.find(PAIR).orElseThrow();
    }

    /** How far the pass has come; empty if none is under way. */
    Optional<PassProgress> progress() {
        return ledger.progress(record());
    }

    /** What the forward passes have changed that have ended; who comes too late for one begins another. */
    List<Long> changedByPasses() {
        return ledger.history(record(), Integer.MAX_VALUE).stream()
                .filter(event -> event.what().equals("ended forward pass"))
                .map(event -> Long.valueOf(event.detail().replaceAll(".*changed=(\\d+).*", "$1")))
                .toList();
    }

    /** An instance that lives in a phase until it is closed. */
    Fleet instance(SchemaPhase phase) {
        Fleet fleet = new Fleet(
                ledger,
                Instance.named("instance " + (fleets.size() + 1)),
                new FleetSettings(Guard.ENFORCE, EXPIRY.dividedBy(3), EXPIRY, true),
                presence -> {});
        fleet.map(new Mapped(List.of(new Use("user-bio", PAIR, phase, true)), Set.of(), false));
        fleets.add(fleet);
        return fleet;
    }

    @Override
    public void close() {
        fleets.forEach(Fleet::close);
        database.close();
    }
}
