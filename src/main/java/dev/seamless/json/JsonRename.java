package dev.seamless.json;

import dev.seamless.Rename;

/**
 * One place of a rename in JSON.
 *
 * @param rename the rename
 * @param type the type whose attribute was renamed
 * @param oldName the old JSON name
 * @param newName the JSON name that took its place; the current one, except inside a chain
 */
public record JsonRename(Rename rename, Class<?> type, String oldName, String newName) {}
