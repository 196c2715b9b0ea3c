package dev.seamless.command;

import dev.seamless.ApiPhase;

/**
 * Where a rename stands on the API boundary.
 *
 * @param rename the id of the rename
 * @param phase the phase that the configuration gives
 * @param next why the next phase may be taken, or what holds it
 */
public record ApiBoundary(String rename, ApiPhase phase, String next) {}
