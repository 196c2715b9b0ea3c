package dev.seamless.scan;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.scan.RenamedMember.Site;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What must hold for {@link dev.seamless.Renamed} members, each alone and all together. */
final class DeclarationRules {

    /** Where a persistence provider looks for annotations. */
    private static final Set<Site> SEEN = Set.of(Site.FIELD, Site.GETTER, Site.COMPONENT);

    private DeclarationRules() {}

    static void check(Map<String, List<RenamedMember>> byId) {
        for (List<RenamedMember> members : byId.values()) {
            members.forEach(DeclarationRules::checkAlone);
            members.forEach(member -> checkSeen(member, members));
            checkAgree("attribute", members, RenamedMember::newName);
            checkAgree("from", members, member -> member.renamed().from());
            checkAgree("converter", members, member -> orNone(member.renamed().converter()));
        }
        checkDistinctWithoutDashes(byId.keySet());
    }

    private static void checkAlone(RenamedMember member) {
        RenamedMember.Values renamed = member.renamed();
        if (!Rename.isId(renamed.id())) {
            throw new RefusedException(
                    "@Renamed on " + member + " has the id '" + renamed.id() + "'.",
                    "Use lower-case letters, digits and dashes, beginning with a letter: [a-z][a-z0-9-]*.");
        }
        if (renamed.from().isEmpty()
                && renamed.fromColumn().isEmpty()
                && renamed.fromJson().isEmpty()) {
            throw new RefusedException(
                    "@Renamed(id = \"" + renamed.id() + "\") on " + member + " does not say what the old name was.",
                    "Give the previous attribute name with from = \"...\", or name the old column or JSON name with "
                            + "fromColumn or fromJson.");
        }
        if (renamed.from().equals(member.newName())) {
            throw new RefusedException(
                    "@Renamed(from = \"" + renamed.from() + "\") on " + member + " gives the new name as the old one.",
                    "Put the annotation on the new name, and say in 'from' what the attribute was called before.");
        }
        if (!member.onSchema() && !member.onApi()) {
            throw new RefusedException(
                    "@Renamed(id = \"" + renamed.id() + "\") on " + member + " renames nothing: "
                            + (member.owner().persistent()
                                    ? "the new name is explicit on both boundaries, where 'from' says nothing."
                                    : "it names an old column only, and its class is not persistent."),
                    "Name the old column with fromColumn (on an entity) or the old JSON name with fromJson.");
        }
    }

    private static void checkSeen(RenamedMember member, List<RenamedMember> sameId) {
        if (member.site() == Site.HIDDEN_FIELD) {
            throw new RefusedException(
                    "@Renamed on " + member
                            + " stands on a static or transient member, which no framework reads or writes.",
                    "Move it to the attribute that is stored or served.");
        }
        if (member.owner().persistent()
                && sameId.stream().noneMatch(other -> seen(other) && other.sameAttribute(member))) {
            throw new RefusedException(
                    "@Renamed on " + member + " stands on a " + member.site().description
                            + ", where a persistence provider does not see it.",
                    "Put it on the field or the getter; in Kotlin write @field:Renamed(...).");
        }
    }

    private static boolean seen(RenamedMember member) {
        return SEEN.contains(member.site());
    }

    private static void checkAgree(String what, List<RenamedMember> members, Function<RenamedMember, String> property) {
        RenamedMember first = null;
        for (RenamedMember member : members) {
            String value = property.apply(member);
            if (value.isEmpty()) {
                continue;
            }
            if (first != null && !property.apply(first).equals(value)) {
                throw new RefusedException(
                        "Two members contradict each other about the rename '"
                                + member.renamed().id() + "': " + first
                                + " says " + what + " '" + property.apply(first) + "', " + member + " says '" + value
                                + "'.",
                        "Members of one rename agree on the new attribute, 'from' and the converter; give another rename "
                                + "an id of its own.");
            }
            first = member;
        }
    }

    private static String orNone(String converter) {
        return converter.isEmpty() ? "none" : converter;
    }

    private static void checkDistinctWithoutDashes(Collection<String> ids) {
        Map<String, String> seen = new HashMap<>();
        for (String id : ids) {
            String other = seen.put(id.replace("-", ""), id);
            if (other != null) {
                throw new RefusedException(
                        "The renames '" + other + "' and '" + id + "' have the same id but for the dashes, which "
                                + "environment variables drop.",
                        "Give one of them another id.");
            }
        }
    }
}
