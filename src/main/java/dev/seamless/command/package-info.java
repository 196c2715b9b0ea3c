/**
 * The commands that a person runs from a terminal, in the application's own jar: where a rename stands, its passes, its next
 * migration. {@link dev.seamless.command.Commands} is the entry.
 */
@NullMarked
package dev.seamless.command;

import org.jspecify.annotations.NullMarked;
