package dev.seamless.web;

import dev.seamless.ApiPhase;
import dev.seamless.json.JsonRename;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The renamed attributes whose old name is not over in every client, and what an application has accepted to know nothing
 * of them ({@code seamless.accept-converters}).
 */
public final class OpenNames {

    private final List<JsonRename> open;
    private final Set<String> accepted;

    /**
     * Creates the names.
     *
     * @param names the renamed attributes of types that are served
     * @param accepted class names of converters, codecs and controllers, and other names that a refusal has given
     */
    public OpenNames(Collection<JsonRename> names, Collection<String> accepted) {
        this.open = names.stream()
                .filter(name -> name.rename().api() != ApiPhase.NEW)
                .toList();
        this.accepted = Set.copyOf(accepted);
    }

    /** Whether the application accepts knowingly what goes by that name. */
    public boolean accepts(String name) {
        return accepted.contains(name);
    }

    /** Returns the open names; none where what goes by the given name is accepted. */
    public List<JsonRename> unless(String name) {
        return accepts(name) ? List.of() : open;
    }
}
