/** What both web stacks share: the names of parameters, the caller's words in errors, and the answers of the gate. */
@NullMarked
package dev.seamless.web;

import org.jspecify.annotations.NullMarked;
