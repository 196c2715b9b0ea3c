/** What a person sees: the screen, the table, the page, the numbers. */
@NullMarked
package dev.seamless.tour.report;

import org.jspecify.annotations.NullMarked;
