/**
 * The two names of a renamed attribute in JSON: {@link dev.seamless.json.RenameModule} is the Jackson module, a
 * {@link dev.seamless.json.ClientView} says what the client at hand is served.
 */
@NullMarked
package dev.seamless.json;

import org.jspecify.annotations.NullMarked;
