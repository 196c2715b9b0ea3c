package dev.seamless.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What one persistence unit maps.
 *
 * @param uses the pairs that it declares
 * @param columns every column that it maps, so that an instance which knows nothing of a rename has its place in the fleet
 * @param schemaIsCreated whether the persistence unit creates its tables at each start, so that nobody has written them before
 */
public record Mapped(List<Use> uses, Set<MappedColumn> columns, boolean schemaIsCreated) {

    static final Mapped NOTHING = new Mapped(List.of(), Set.of(), false);

    /** Creates it; what is given is copied. */
    public Mapped {
        uses = List.copyOf(uses);
        columns = Set.copyOf(columns);
    }

    Mapped and(Mapped other) {
        List<Use> allUses = new ArrayList<>(uses);
        allUses.addAll(other.uses);
        Set<MappedColumn> allColumns = new HashSet<>(columns);
        allColumns.addAll(other.columns);
        return new Mapped(allUses, allColumns, schemaIsCreated || other.schemaIsCreated);
    }

    /** The columns as the ledger names them: with the schema that a connection looks into where the mapping gives none. */
    Set<MappedColumn> columnsIn(LedgerSession session) {
        try {
            String schema = session.database().schema(session.connection());
            return columns.stream().map(column -> column.in(schema)).collect(Collectors.toSet());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be reached", e);
        }
    }
}
