/** Apps in the wild, each of which knows some names and remembers what it wrote. */
@NullMarked
package dev.seamless.tour.clients;

import org.jspecify.annotations.NullMarked;
