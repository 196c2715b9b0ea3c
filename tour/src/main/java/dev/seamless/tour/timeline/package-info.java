/** Requests and what went on meanwhile, in time. */
@NullMarked
package dev.seamless.tour.timeline;

import org.jspecify.annotations.NullMarked;
