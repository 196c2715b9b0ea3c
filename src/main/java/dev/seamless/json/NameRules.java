package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.seamless.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * What a member that holds objects with renamed attributes says about names in them. It is written against the current
 * names. One that still has a former name alone hid the attribute once, or let it through, and would do so no longer, the
 * latest when the rename is over: that is refused rather than understood.
 */
final class NameRules {

    private final AnnotatedMember member;
    private final Set<String> ignored;
    private final @Nullable Set<String> included;

    NameRules(MapperConfig<?> config, AnnotatedMember member) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        JsonIgnoreProperties.Value ignorals = introspector.findPropertyIgnoralByName(config, member);
        this.member = member;
        this.ignored = ignorals.getIgnored();
        this.included = introspector.findPropertyInclusionByName(config, member).getIncluded();
    }

    /**
     * Refuses a former name that stands there without the current one.
     *
     * @throws RefusedException naming the member, both names and what to do instead
     */
    void refuseFormerNames(List<RenamedAttribute> attributes) {
        eachName(attributes, (attribute, former) -> {
            if (namesOnly(former, attribute.current(), ignored)) {
                throw refused("ignores", attribute, former, "Name the new one in its @JsonIgnoreProperties.");
            }
            if (included != null && namesOnly(former, attribute.current(), included)) {
                throw refused("includes", attribute, former, "Name both in its @JsonIncludeProperties.");
            }
        });
    }

    /**
     * Refuses a current name that is included without the former ones: Jackson would not read these there.
     *
     * @throws RefusedException naming the member, both names and what to do instead
     */
    void refuseNarrowInclusion(List<RenamedAttribute> attributes) {
        eachName(attributes, (attribute, former) -> {
            if (included != null && namesOnly(attribute.current(), former, included)) {
                throw new RefusedException(
                        member.getFullName() + " includes the renamed attribute " + attribute
                                + " by its name alone, so that its old name '" + former.text()
                                + "' would be dropped there.",
                        "Name the old one too in its @JsonIncludeProperties.");
            }
        });
    }

    private static void eachName(List<RenamedAttribute> attributes, BiConsumer<RenamedAttribute, JsonName> rule) {
        attributes.forEach(attribute -> attribute.former().forEach(former -> rule.accept(attribute, former)));
    }

    private static boolean namesOnly(JsonName name, JsonName other, Set<String> names) {
        return names.contains(name.text()) && !names.contains(other.text());
    }

    private RefusedException refused(String verb, RenamedAttribute attribute, JsonName former, String action) {
        return new RefusedException(
                member.getFullName() + " " + verb + " '" + former.text() + "', which is the old name of "
                        + attribute + " (rename '" + former.rename().id() + "'): the attribute is called '"
                        + attribute.current().text() + "' now, and the rule would not hold for it.",
                action);
    }
}
