package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with one table under rename, its ledger, and the instances that live on it. */
final class Town implements AutoCloseable {

    static final Pair PAIR = new Pair(null, "users", "bio", "description");
    static final Duration HEARTBEAT = Duration.ofMillis(100);
    static final Duration EXPIRY = Duration.ofMillis(400);

    /** Of an instance that is not heard of again: whoever shortens its expiry makes it expired. */
    static final FleetSettings UNHEARD =
            new FleetSettings(Guard.ENFORCE, Duration.ofHours(1), Duration.ofHours(3), true);

    static final FleetSettings SETTINGS = new FleetSettings(Guard.ENFORCE, HEARTBEAT, EXPIRY, true);

    private final FreshDatabase database;
    private final DataSource dataSource;
    private final AtomicLong later = new AtomicLong();
    private final List<Fleet> fleets = new ArrayList<>();
    final List<Presence> told = new CopyOnWriteArrayList<>();
    final Ledger ledger;

    Town(TestDatabase kind) {
        database = kind.open();
        dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
        ledger = new Ledger(dataSource);
        database.execute("create table users (id integer primary key, bio varchar(100))");
    }

    static Town withLedger(TestDatabase kind) {
        Town town = new Town(kind);
        town.ledger.initialize();
        return town;
    }

    DataSource dataSource() {
        return dataSource;
    }

    FreshDatabase database() {
        return database;
    }

    void execute(String sql) {
        database.execute(sql);
    }

    JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    MigrationSteps steps() {
        return new MigrationSteps(ledger, Instance.named("migrations"), EXPIRY);
    }

    /** A whole migration; that of expand, contract, withdraw and retreat with its DDL. */
    void migrate(Migration migration) {
        steps().begin(migration, PAIR, migration + ".sql", false);
        switch (migration) {
            case EXPAND -> execute("alter table users add column description varchar(100)");
            case RETREAT -> execute("alter table users add column bio varchar(100)");
            case CONTRACT -> execute("alter table users drop column bio");
            case WITHDRAW -> execute("alter table users drop column description");
            case ALIGN, RELEASE, TIGHTEN, LOOSEN -> {}
        }
        steps().lift(migration, PAIR);
    }

    /** What a whole unspoiled forward pass leaves, or the mirror image of it. */
    void current(boolean old, boolean coming) {
        ledger.transactions().run(session -> {
            PairRecord pair = session.pairs().all().get(0);
            var now = pair.standing();
            session.pairs()
                    .update(pair.standing(new dev.seamless.protocol.Standing(
                            old, coming, now.barred(), now.migration(), now.pass())));
            return true;
        });
    }

    PairRecord record() {
        return ledger.find(PAIR).orElseThrow();
    }

    /** An instance that has not entered yet. */
    Fleet instance(SchemaPhase phase) {
        return instance(phase, SETTINGS);
    }

    Fleet instance(SchemaPhase phase, FleetSettings settings) {
        return instance(mapped(phase), settings);
    }

    static Mapped mapped(SchemaPhase phase) {
        return new Mapped(List.of(new Use("user-bio", PAIR, phase, true)), columns(), false);
    }

    Fleet instance(Mapped mapped, FleetSettings settings) {
        return instance(ledger, mapped, settings);
    }

    /** An instance that comes to the ledger by a way of its own. */
    Fleet instance(Ledger ledger, Mapped mapped, FleetSettings settings) {
        Fleet fleet = new Fleet(
                ledger,
                Instance.named("instance " + (fleets.size() + 1)),
                settings,
                told::add,
                () -> System.nanoTime() + later.get());
        fleet.map(mapped);
        fleets.add(fleet);
        return fleet;
    }

    /** Both columns are current, and {@code NEW} may start. */
    void release() {
        migrate(Migration.EXPAND);
        current(true, true);
        migrate(Migration.ALIGN);
        migrate(Migration.RELEASE);
    }

    /** As if this time had passed for what instances know, and for none of their heartbeats. */
    void later(Duration time) {
        later.addAndGet(time.toNanos());
    }

    /** As if an hour had passed for everybody who is silent: whoever beats once in an hour. */
    void silence() {
        execute("update seamless_instance set expiry_millis = -1 where expiry_millis > 1000000");
    }

    static Set<MappedColumn> columns() {
        return Set.of(new MappedColumn(null, "users", "bio"), new MappedColumn(null, "users", "description"));
    }

    @Override
    public void close() {
        fleets.forEach(Fleet::close);
        database.close();
    }
}
