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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Consumer<Presence> observer;
    private final Map<DataSource, Anchorage> anchorages = new IdentityHashMap<>();

    /** A data source, with what belongs to it. */
    record Anchorage(DataSource dataSource, Ledger ledger, Fleet fleet, List<Use> uses) {}

    /**
     * Creates them.
     *
     * @param name what this instance calls itself
     * @param staysOut whether this process is no instance: it enters no fleet, and nobody guards its connections
     * @param isPhaseGiven whether the configuration gives the schema phase of a rename
     * @param observer told when this instance is gone, and when it is back
     */
    Fleets(
            String name,
            FleetSettings settings,
            LedgerSchema schema,
            boolean staysOut,
            Predicate<String> isPhaseGiven,
            Consumer<Presence> observer) {
        this.name = name;
        this.settings = settings;
        this.schema = schema;
        this.staysOut = staysOut;
        this.isPhaseGiven = isPhaseGiven;
        this.observer = observer;
    }

    /** The guard of the connections that an entity manager factory takes from a data source. */
    ConnectionGuard guard(DataSource dataSource) {
        return new Gangway(dataSource);
    }

    synchronized List<Anchorage> all() {
        return List.copyOf(anchorages.values());
    }

    private synchronized Anchorage anchorage(DataSource dataSource) {
        return anchorages.computeIfAbsent(dataSource, source -> {
            Ledger ledger = new Ledger(source);
            return new Anchorage(
                    source, ledger, new Fleet(ledger, Instance.named(name), settings, observer), new ArrayList<>());
        });
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
            if (!staysOut) {
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
            anchorage(dataSource).fleet().close();
        }
    }
}
