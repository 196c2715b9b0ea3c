package dev.seamless.autoconfigure;

import dev.seamless.json.JsonRename;
import java.util.List;

/**
 * The renamed attributes of all types that may be served as JSON.
 *
 * @param all each name that an attribute had before
 */
record JsonNames(List<JsonRename> all) {}
