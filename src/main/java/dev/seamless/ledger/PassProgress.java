package dev.seamless.ledger;

/**
 * How far a pass has come, in all processes that work on it.
 *
 * @param seen how many rows were walked
 * @param changed how many of them were behind, and are not any more
 * @param left how many of them could not be brought up
 * @param whole whether every row was walked
 */
public record PassProgress(long seen, long changed, long left, boolean whole) {}
