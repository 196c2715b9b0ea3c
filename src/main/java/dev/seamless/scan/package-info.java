/**
 * Finds the {@link dev.seamless.Renamed} members of an application in its class files, without loading a class: so the
 * same renames are known in the application and in every slice of it. Entry: {@link dev.seamless.scan.RenameScanner}.
 */
@NullMarked
package dev.seamless.scan;

import org.jspecify.annotations.NullMarked;
