package dev.seamless.tour.clients;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of clients. */
public enum Kind {
    /** An app that was shipped before the rename: it sends the old name and breaks without it. */
    OLD_APP("old app", "web/1.0.0", Set.of(Kind.OLD_NAME)),
    /** An app that was shipped after it: it has never heard of the old name. */
    NEW_APP("new app", "web/1.1.0", Set.of(Kind.NEW_NAME)),
    /** A client that does not say what it is, and sends what it was last served. */
    UNKNOWN("unknown client", null, Set.of(Kind.OLD_NAME, Kind.NEW_NAME));

    static final String OLD_NAME = "bio";
    static final String NEW_NAME = "description";

    private final String title;
    private final Optional<String> version;
    private final Set<String> knows;

    Kind(String title, @Nullable String version, Set<String> knows) {
        this.title = title;
        this.version = Optional.ofNullable(version);
        this.knows = knows;
    }

    /** What it says that it is. */
    Optional<String> version() {
        return version;
    }

    /** The names that it knows. */
    Set<String> knows() {
        return knows;
    }

    /** The names that it breaks without: who does not say what it is may be as old as the old app. */
    Set<String> needs(Terms terms) {
        if (this == UNKNOWN) {
            return terms.oldNameMayBeGone() ? Set.of() : Set.of(OLD_NAME);
        }
        return knows;
    }

    @Override
    public String toString() {
        return title;
    }
}
