package dev.seamless.autoconfigure;

import dev.seamless.Rename;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the two names of a rename came out as on one boundary, for the start-up line.
 *
 * @param boundary what the names are names of: {@code columns}, {@code json}
 * @param names the names of one rename: {@code users.bio -> users.description}
 */
record BoundaryNames(String boundary, Function<Rename, Stream<String>> names) {

    List<String> of(Rename rename) {
        return names.apply(rename).distinct().toList();
    }
}
