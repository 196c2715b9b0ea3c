package dev.seamless.scan;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an application declares: its {@link dev.seamless.Renamed} members by id, checked against each other. Immutable. */
public final class Declarations {

    private final Map<String, List<RenamedMember>> byId = new TreeMap<>();

    /**
     * Creates the declarations of the given members.
     *
     * @throws RefusedException if a member cannot be a rename, or two members of one id contradict each other
     */
    public Declarations(Collection<RenamedMember> members) {
        for (RenamedMember member : members) {
            byId.computeIfAbsent(member.renamed().id(), id -> new ArrayList<>()).add(member);
        }
        DeclarationRules.check(byId);
    }

    /** The ids, in their order. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** The members of one rename; none for an id that no code declares. */
    public List<RenamedMember> members(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** All members, in the order of their ids. */
    public List<RenamedMember> all() {
        return byId.values().stream().flatMap(List::stream).toList();
    }
}
