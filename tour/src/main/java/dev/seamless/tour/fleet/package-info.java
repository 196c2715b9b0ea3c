/** Instances of the sample, each a process of its own, and the commands in its jar. */
@NullMarked
package dev.seamless.tour.fleet;

import org.jspecify.annotations.NullMarked;
