/**
 * What a table is, read from the live database, and the SQL of the eight migrations for it.
 * {@link dev.seamless.schema.Catalogue} is the entry.
 */
@NullMarked
package dev.seamless.schema;

import org.jspecify.annotations.NullMarked;
