/**
 * The passes that bring the column that is behind up to the one that is the truth, in windows over the primary key, and tell
 * whether they agree. {@link dev.seamless.backfill.Backfill} is the entry.
 */
@NullMarked
package dev.seamless.backfill;

import org.jspecify.annotations.NullMarked;
