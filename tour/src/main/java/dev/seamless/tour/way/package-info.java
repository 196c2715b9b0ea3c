/** The moves, forth and back. */
@NullMarked
package dev.seamless.tour.way;

import org.jspecify.annotations.NullMarked;
