package dev.seamless.ledger;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Columns;
import org.jspecify.annotations.Nullable;

/**
 * A place that this instance wants in the fleet of a recorded pair.
 *
 * @param pair the pair, its row locked
 * @param columns the columns that the table has
 * @param phase the phase
 * @param use the declaration, unless the instance knows nothing of the rename and maps one of the columns
 */
record Place(
        PairRecord pair,
        Columns columns,
        SchemaPhase phase,
        @Nullable Use use) {}
