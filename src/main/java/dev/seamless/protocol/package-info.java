/**
 * The protocol of a rename on the schema boundary: two facts, bars, who may start, when a migration or a pass may begin.
 * Pure: it knows no database. {@link dev.seamless.protocol.Protocol} is the entry.
 */
@NullMarked
package dev.seamless.protocol;

import org.jspecify.annotations.NullMarked;
