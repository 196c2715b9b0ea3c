/**
 * Spring WebFlux: {@link dev.seamless.web.reactive.RenameJsonEncoder} and
 * {@link dev.seamless.web.reactive.RenameJsonDecoder} write and read JSON for the client of the exchange,
 * {@link dev.seamless.web.reactive.ExchangeJson} does so in an application's own code.
 */
@NullMarked
package dev.seamless.web.reactive;

import org.jspecify.annotations.NullMarked;
