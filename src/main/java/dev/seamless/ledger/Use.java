package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;

/**
 * A pair that this instance declares with {@code @Renamed}.
 *
 * @param rename the id of the rename
 * @param pair the pair, as the mapping names it
 * @param phase the phase that this instance is configured to be in
 * @param phaseGiven whether the configuration says so; otherwise it is {@code OLD} by default
 */
public record Use(String rename, Pair pair, SchemaPhase phase, boolean phaseGiven) {}
