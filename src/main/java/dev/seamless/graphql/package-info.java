/** GraphQL: {@link dev.seamless.graphql.SchemaFieldCheck} refuses a schema whose old fields would silently be empty. */
@NullMarked
package dev.seamless.graphql;

import org.jspecify.annotations.NullMarked;
