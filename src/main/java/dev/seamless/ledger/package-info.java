/**
 * The ledger in the application's own database, the fleet that it knows, and the guard that asks it before an instance starts.
 * {@link dev.seamless.ledger.Ledger} and {@link dev.seamless.ledger.Fleet} are the entries.
 */
@NullMarked
package dev.seamless.ledger;

import org.jspecify.annotations.NullMarked;
