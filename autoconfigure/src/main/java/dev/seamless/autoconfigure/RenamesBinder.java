package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.SeamlessProperties.RenameProperties;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.Environment;

/**
 * Joins what the code declares with what the configuration says. Each id is bound by its own name: bound as one map, an
 * entry that only an environment variable gives would be lost.
 */
final class RenamesBinder {

    private final Binder binder;

    RenamesBinder(Environment environment) {
        this.binder = Binder.get(environment);
    }

    Renames bind(Declarations declarations) {
        return new Renames(declarations.ids().stream()
                .map(id -> bind(id, declarations.members(id)))
                .toList());
    }

    private Rename bind(String id, List<RenamedMember> members) {
        RenameProperties properties = properties(id);
        checkBoundary(id, "schema", properties.schema(), members, RenamedMember::onSchema);
        checkBoundary(id, "api", properties.api(), members, RenamedMember::onApi);
        return new Rename(
                id,
                Objects.requireNonNullElse(properties.schema(), SchemaPhase.OLD),
                Objects.requireNonNullElse(properties.api(), ApiPhase.OLD));
    }

    private RenameProperties properties(String id) {
        try {
            return binder.bind("seamless.renames." + id, RenameProperties.class).orElse(RenameProperties.NONE);
        } catch (BindException e) {
            throw mistypedPhase(e);
        }
    }

    private static RuntimeException mistypedPhase(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        if (property == null || !type.isEnum()) {
            return failure;
        }
        List<String> phases = Arrays.stream(type.getEnumConstants())
                .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        String given = String.valueOf(property.getValue());
        String origin = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return new RefusedException(
                "'" + property.getName() + "'" + origin + " is '" + given + "', which is no phase.",
                "Did you mean '" + Spelling.nearest(given, phases).orElseThrow() + "'? The phases are "
                        + String.join(", ", phases) + ".");
    }

    private static void checkBoundary(
            String id,
            String boundary,
            @Nullable Object phase,
            List<RenamedMember> members,
            Predicate<RenamedMember> onBoundary) {
        if (phase != null && members.stream().noneMatch(onBoundary)) {
            String missing = boundary.equals("schema") ? "no old column" : "no old JSON name";
            throw new RefusedException(
                    "'seamless.renames." + id + "." + boundary + "' is set, but " + missing
                            + " follows from the members of this rename: " + members + ".",
                    "Delete the property, or put @Renamed(id = \"" + id + "\") on "
                            + (boundary.equals("schema") ? "the attribute of the entity." : "the member of the DTO.")
                            + " Where the new name is explicit, name the old one with "
                            + (boundary.equals("schema") ? "fromColumn." : "fromJson."));
        }
    }
}
