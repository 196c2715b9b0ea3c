/** A PostgreSQL of the tour's own. */
@NullMarked
package dev.seamless.tour.database;

import org.jspecify.annotations.NullMarked;
