package dev.seamless.autoconfigure;

import dev.seamless.hibernate.ConnectionGuard;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.FleetSettings;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Mapped;
import dev.seamless.ledger.MappedColumn;
import dev.seamless.ledger.Presence;
import dev.seamless.ledger.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.SchemaToolingSettings;

/** The fleets that this instance is in: one for each data source that an entity manager factory uses. */
final class Fleets {

    private static final Set<String> CREATES = Set.of("create", "create-drop", "create-only", "drop-and-create");

    private final String name;
    private final FleetSettings settings;
    private final LedgerSchema schema;
    private final boolean staysOut;
    private final Predicate<String> isPhaseGiven;
    private final Consumer<Boolean> readiness;
    private final UnguardedUnits unguarded;
    private final AtomicInteger untold = new AtomicInteger();
    private final Map<DataSource, Anchorage> anchorages = new IdentityHashMap<>();
    private final Set<Gangway> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A data source, with what belongs to it. */
    record Anchorage(DataSource dataSource, Ledger ledger, Fleet fleet, List<Use> uses) {}

    /**
     * Creates them.
     *
     * @param name what this instance calls itself
     * @param staysOut whether this process is no instance: it enters no fleet, and nobody guards its connections
     * @param isPhaseGiven whether the configuration gives the schema phase of a rename
     * @param readiness told false when this instance is gone from a fleet, and true when it is back in all of them
     */
    Fleets(
            String name,
            FleetSettings settings,
            LedgerSchema schema,
            boolean staysOut,
            Predicate<String> isPhaseGiven,
            Consumer<Boolean> readiness) {
        this.name = name;
        this.settings = settings;
        this.schema = schema;
        this.staysOut = staysOut;
        this.isPhaseGiven = isPhaseGiven;
        this.readiness = readiness;
        this.unguarded = new UnguardedUnits(settings.guard());
    }

    /** The guard of the connections that an entity manager factory takes from a data source. */
    ConnectionGuard guard(DataSource dataSource) {
        return new Gangway(Pool.behind(dataSource));
    }

    /** To be told of an entity manager factory whose connections come from no data source. */
    void withoutDataSource(SessionFactory factory) {
        if (!staysOut) {
            unguarded.withoutDataSource(factory);
        }
    }

    boolean isGone() {
        return all().stream().anyMatch(each -> each.fleet().presence() == Presence.GONE);
    }

    /**
     * Whoever comes while another tells it leaves it to that one, who tells it once more: so the last word is about how things
     * stand last, and nobody who may hold a lock of a fleet waits for somebody who holds that of another.
     */
    private void presenceChanged() {
        if (untold.getAndIncrement() > 0) {
            return;
        }
        try {
            int told;
            do {
                told = untold.get();
                readiness.accept(!isGone());
            } while (untold.addAndGet(-told) > 0);
        } catch (RuntimeException e) {
            untold.set(0);
            throw e;
        }
    }

    synchronized List<Anchorage> all() {
        return List.copyOf(anchorages.values());
    }

    private synchronized Anchorage anchorage(DataSource dataSource) {
        return anchorages.computeIfAbsent(dataSource, source -> {
            Ledger ledger = new Ledger(source);
            Fleet fleet = new Fleet(ledger, Instance.named(name), settings, presence -> presenceChanged());
            return new Anchorage(source, ledger, fleet, new CopyOnWriteArrayList<>());
        });
    }

    private synchronized void open(Gangway gangway) {
        open.add(gangway);
    }

    /** Closes a gangway; whether it was the last of its data source. */
    private synchronized boolean isLast(Gangway gangway) {
        return open.remove(gangway) && open.stream().noneMatch(other -> other.dataSource == gangway.dataSource);
    }

    private Mapped mapped(SessionFactory factory) {
        List<Use> uses = HibernateRenames.of(factory).stream()
                .map(column -> new Use(
                        column.rename().id(),
                        column.pair(),
                        column.rename().schema(),
                        isPhaseGiven.test(column.rename().id())))
                .distinct()
                .toList();
        Set<MappedColumn> columns = HibernateRenames.columns(factory).stream()
                .map(column -> new MappedColumn(column.schema(), column.table(), column.column()))
                .collect(Collectors.toSet());
        Object action = factory.getProperties().get(SchemaToolingSettings.HBM2DDL_AUTO);
        return new Mapped(uses, columns, action != null && CREATES.contains(action.toString()));
    }

    /** What stands between one entity manager factory and its connections. */
    private final class Gangway implements ConnectionGuard {

        private final DataSource dataSource;

        Gangway(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public void opened(SessionFactory factory) {
            Anchorage anchorage = anchorage(dataSource);
            Mapped mapped = mapped(factory);
            anchorage.uses().addAll(mapped.uses());
            open(this);
            if (staysOut) {
                return;
            }
            if (UnguardedUnits.isJta(factory)) {
                unguarded.withJta(factory);
            } else {
                if (!mapped.uses().isEmpty()) {
                    schema.initialize(dataSource, anchorage.ledger());
                }
                anchorage.fleet().map(mapped);
            }
        }

        @Override
        public void use(Connection connection) throws SQLException {
            anchorage(dataSource).fleet().use(connection);
        }

        @Override
        public void released(Connection connection) {
            anchorage(dataSource).fleet().released(connection);
        }

        @Override
        public void closed() {
            if (isLast(this)) {
                anchorage(dataSource).fleet().close();
            }
        }
    }
}
