/** What goes wrong on purpose. */
@NullMarked
package dev.seamless.tour.chaos;

import org.jspecify.annotations.NullMarked;
