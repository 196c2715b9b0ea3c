package dev.seamless.ledger;

/**
 * A pass that has ended.
 *
 * @param end how
 * @param progress what it did, in all processes that worked on it; nothing is known of one that ended elsewhere
 */
public record EndedPass(PassEnd end, PassProgress progress) {}
