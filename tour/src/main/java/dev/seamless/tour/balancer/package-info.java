/** The way of a request from a client to a healthy instance. */
@NullMarked
package dev.seamless.tour.balancer;

import org.jspecify.annotations.NullMarked;
