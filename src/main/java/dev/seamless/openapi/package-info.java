/** OpenAPI: {@link dev.seamless.openapi.RenamedSchemas} describes the old name of an attribute as long as it is accepted. */
@NullMarked
package dev.seamless.openapi;

import org.jspecify.annotations.NullMarked;
