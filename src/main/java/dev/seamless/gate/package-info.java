/**
 * The version gate: which client asks, whether it may, and which name of each rename it knows. Entry:
 * {@link dev.seamless.gate.Gate}. Knows no HTTP: a header comes in as text, and what goes out is said in words.
 */
@NullMarked
package dev.seamless.gate;

import org.jspecify.annotations.NullMarked;
