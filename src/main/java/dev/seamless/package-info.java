/**
 * The words of a rename: {@link dev.seamless.Renamed} declares one, a {@link dev.seamless.Rename} is in one
 * {@link dev.seamless.SchemaPhase} and one {@link dev.seamless.ApiPhase}. Needs the JDK only.
 */
@NullMarked
package dev.seamless;

import org.jspecify.annotations.NullMarked;
