/** The tour: the whole way of one rename, on a real database with real processes, while clients look on. */
@NullMarked
package dev.seamless.tour;

import org.jspecify.annotations.NullMarked;
