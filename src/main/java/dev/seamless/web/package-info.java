/** What both web stacks share: the answer to a request whose renamed field cannot be taken. */
@NullMarked
package dev.seamless.web;

import org.jspecify.annotations.NullMarked;
