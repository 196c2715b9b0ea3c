/** Spring Data REST: {@link dev.seamless.rest.ExportCheck} refuses to export what it could not serve under two names. */
@NullMarked
package dev.seamless.rest;

import org.jspecify.annotations.NullMarked;
