/** What clients wrote and read, and whether that can be the history of one truthful database. */
@NullMarked
package dev.seamless.tour.history;

import org.jspecify.annotations.NullMarked;
