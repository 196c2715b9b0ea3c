package dev.seamless.command;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.backfill.Conversion;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Position;
import dev.seamless.schema.TypeChange;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pair that commands work on.
 *
 * @param rename the id of the rename
 * @param pair the pair, as the mapping names it
 * @param phase the schema phase that the configuration gives
 * @param dataSource of its database
 * @param ledger of its database
 * @param conversion how values are converted; {@code null} if the rename changes the name alone
 * @param change the types that the mapping gives the two columns, likewise
 */
public record Target(
        String rename,
        Pair pair,
        SchemaPhase phase,
        DataSource dataSource,
        Ledger ledger,
        @Nullable Conversion conversion,
        @Nullable TypeChange change) {

    Position position() {
        return Position.of(ledger, pair);
    }
}
