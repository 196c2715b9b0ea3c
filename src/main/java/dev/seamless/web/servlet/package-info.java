/**
 * Spring MVC: {@link dev.seamless.web.servlet.RenameJsonConverter} reads and writes JSON for the client of the request,
 * {@link dev.seamless.web.servlet.RequestJson} does so in an application's own code.
 */
@NullMarked
package dev.seamless.web.servlet;

import org.jspecify.annotations.NullMarked;
