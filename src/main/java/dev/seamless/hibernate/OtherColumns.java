package dev.seamless.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one session factory: which other column is assigned along with a column of a table.
 *
 * <p>The rule knows tables and columns only, so it does not matter how an attribute came to its column. It is filled while
 * the factory is integrated, before Hibernate generates any SQL, and only read from then on.
 */
final class OtherColumns implements Service {

    private static final long serialVersionUID = 1;

    private final transient List<RenamedColumn> renamed = new ArrayList<>();
    private final transient Map<String, Map<String, OtherColumn>> byTable = new HashMap<>();
    private final transient Set<String> collections = new HashSet<>();
    private final transient Set<TableColumn> mapped = new HashSet<>();

    static OtherColumns of(SessionFactoryImplementor factory) {
        return factory.getServiceRegistry().requireService(OtherColumns.class);
    }

    void add(RenamedColumn column) {
        renamed.add(column);
    }

    void add(OtherColumn other) {
        byTable.computeIfAbsent(other.table(), table -> new HashMap<>()).put(other.readColumn(), other);
    }

    /** Notes that the rows of a collection are written by {@link DualRows}. */
    void writesRowsOf(String collection) {
        collections.add(collection);
    }

    boolean areRowsWrittenOf(String collection) {
        return collections.contains(collection);
    }

    /** Notes what the factory maps, renamed or not. */
    void map(Set<TableColumn> columns) {
        mapped.addAll(columns);
    }

    Set<TableColumn> mapped() {
        return Set.copyOf(mapped);
    }

    List<RenamedColumn> renamed() {
        return List.copyOf(renamed);
    }

    /** Whether no attribute of the factory is in a middle phase. */
    boolean isEmpty() {
        return byTable.isEmpty();
    }

    List<OtherColumn> all() {
        return byTable.values().stream()
                .flatMap(columns -> columns.values().stream())
                .toList();
    }

    List<OtherColumn> in(String table) {
        return List.copyOf(byTable.getOrDefault(table, Map.of()).values());
    }

    boolean touches(String table) {
        return byTable.containsKey(table);
    }

    /** Returns what is assigned along with the column; {@code null} if nothing is. */
    @Nullable
    OtherColumn of(String table, String readColumn) {
        Map<String, OtherColumn> columns = byTable.get(table);
        return columns == null ? null : columns.get(readColumn);
    }
}
