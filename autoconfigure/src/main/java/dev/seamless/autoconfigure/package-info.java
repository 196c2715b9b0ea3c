/** Wires Seamless into Spring Boot: conditions, properties, failure analysis. What is wired stands in the library. */
@NullMarked
package dev.seamless.autoconfigure;

import org.jspecify.annotations.NullMarked;
