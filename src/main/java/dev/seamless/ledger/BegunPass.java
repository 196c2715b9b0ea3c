package dev.seamless.ledger;

import dev.seamless.protocol.Direction;

/**
 * A pass that has begun.
 *
 * @param key the pair, as the ledger keys it
 * @param direction which column it brings up to the other
 * @param joined whether it was under way already
 * @param unspoiled whether it may still make a fact true
 */
public record BegunPass(String key, Direction direction, boolean joined, boolean unspoiled) {}
