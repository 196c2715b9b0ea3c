package dev.seamless.backfill;

/**
 * What a window did.
 *
 * @param rows how many rows it brought up
 * @param left those that it could not bring up
 */
record Changed(long rows, Different left) {}
