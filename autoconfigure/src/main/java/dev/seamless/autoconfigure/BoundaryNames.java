package dev.seamless.autoconfigure;

import dev.seamless.Rename;
import java.util.List;

/** The names on one boundary that the two names of a rename came out as, for the start-up line. */
interface BoundaryNames {

    /** What the names are names of: {@code columns}, {@code json}. */
    String boundary();

    /** The names of one rename: {@code users.bio -> users.description}. */
    List<String> of(Rename rename);
}
