package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.SeamlessProperties.FleetProperties;
import dev.seamless.autoconfigure.SeamlessProperties.ForeignSqlPolicy;
import dev.seamless.autoconfigure.SeamlessProperties.GateProperties;
import dev.seamless.autoconfigure.SeamlessProperties.LedgerProperties;
import dev.seamless.autoconfigure.SeamlessProperties.RenameProperties;
import dev.seamless.ledger.Guard;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Joins what the code declares with what the configuration says. Each id is bound by its own name: bound as one map, an
 * entry that only an environment variable gives would be lost.
 */
final class RenamesBinder {

    private final Binder binder;
    private final Iterable<ConfigurationPropertySource> sources;

    RenamesBinder(Environment environment) {
        this.binder = Binder.get(environment);
        this.sources = ConfigurationPropertySources.get(environment);
    }

    Renames bind(Declarations declarations) {
        return new Renames(declarations.ids().stream()
                .map(id -> bind(id, declarations.members(id)))
                .toList());
    }

    private Rename bind(String id, List<RenamedMember> members) {
        RenameProperties properties = properties(id);
        return new Rename(
                id,
                phase(id, Boundary.SCHEMA, properties.schema(), SchemaPhase.OLD, members),
                phase(id, Boundary.API, properties.api(), ApiPhase.OLD, members));
    }

    private <P> P phase(String id, Boundary boundary, @Nullable P given, P old, List<RenamedMember> members) {
        String property = "seamless.renames." + id + "." + boundary.property;
        if (given == null) {
            checkNotEmpty(property);
            return old;
        }
        if (members.stream().noneMatch(boundary.has)) {
            throw new RefusedException(
                    "'" + property + "' is set, but no old " + boundary.name
                            + " follows from the members of this rename: " + members + ".",
                    "Delete the property, or put @Renamed(id = \"" + id + "\") on " + boundary.member
                            + ". Where the new name is explicit, name the old one with " + boundary.from + ".");
        }
        return given;
    }

    /** A property that is there and empty, such as a variable that nobody filled, is not a wish to be in phase old. */
    private void checkNotEmpty(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty given = source.getConfigurationProperty(name);
            if (given != null) {
                throw new RefusedException(
                        "'" + property + "' (" + given.getOrigin() + ") is empty.",
                        "Give it a phase, old if nothing else, or delete it.");
            }
        }
    }

    /** What differs between the two boundaries in a message. */
    private enum Boundary {
        SCHEMA("schema", RenamedMember::onSchema, "column", "the attribute of the entity", "fromColumn"),
        API("api", RenamedMember::onApi, "JSON name", "the member of the DTO", "fromJson");

        private final String property;
        private final Predicate<RenamedMember> has;
        private final String name;
        private final String member;
        private final String from;

        Boundary(String property, Predicate<RenamedMember> has, String name, String member, String from) {
            this.property = property;
            this.has = has;
            this.name = name;
            this.member = member;
            this.from = from;
        }
    }

    /** What happens to SQL that is not Hibernate's own. */
    ForeignSqlPolicy foreignSql() {
        try {
            return binder.bind("seamless.foreign-sql", ForeignSqlPolicy.class).orElse(ForeignSqlPolicy.WARN);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }

    /** What is configured of the gate. */
    GateProperties gate() {
        try {
            return binder.bindOrCreate("seamless.gate", GateProperties.class);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }

    /** What happens to a start that breaks a rule. */
    Guard guard() {
        try {
            return binder.bind("seamless.guard", Guard.class).orElse(Guard.ENFORCE);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }

    /** What is configured of the ledger. */
    LedgerProperties ledger() {
        try {
            return binder.bindOrCreate("seamless.ledger", LedgerProperties.class);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }

    /** What is configured of the fleet. */
    FleetProperties fleet() {
        try {
            return binder.bindOrCreate("seamless.fleet", FleetProperties.class);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }

    /** What is configured of one rename. */
    RenameProperties properties(String id) {
        try {
            return binder.bind("seamless.renames." + id, RenameProperties.class).orElse(RenameProperties.NONE);
        } catch (BindException e) {
            throw MistypedValue.of(e);
        }
    }
}
