package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names that somebody gave under {@code seamless}, in any source. Boot itself does not look for mistyped names in
 * environment variables and system properties, where a phase is most often set.
 */
final class GivenProperties {

    private static final Logger log = LoggerFactory.getLogger(GivenProperties.class);
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("seamless");
    private static final List<PropertyPattern> KNOWN = PropertyPattern.of("seamless", SeamlessProperties.class);

    private final Collection<String> ids;

    private GivenProperties(Collection<String> ids) {
        this.ids = ids;
    }

    /**
     * Checks every given name.
     *
     * @param ids the ids that the code declares
     * @throws RefusedException if a name is mistyped, or names a rename that is nearly one of the declared ones
     */
    static void check(Environment environment, Collection<String> ids) {
        GivenProperties given = new GivenProperties(ids);
        Map<String, String> undeclared = new TreeMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().filter(ROOT::isAncestorOf).forEach(name -> given.check(source, name, undeclared));
            }
        }
        if (!undeclared.isEmpty()) {
            log.atWarn()
                    .addKeyValue("renames", undeclared.values())
                    .log(
                            "seamless.renames configures {}, which no @Renamed declares here: it has no effect",
                            undeclared.values());
        }
    }

    private void check(
            ConfigurationPropertySource source, ConfigurationPropertyName name, Map<String, String> undeclared) {
        boolean variable = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        for (PropertyPattern pattern : KNOWN) {
            Optional<List<String>> keys = variable ? pattern.matchVariable(name) : pattern.match(name);
            if (keys.isPresent()) {
                if (pattern.isIn("renames")) {
                    checkId(source, name, pattern, keys.get(), undeclared);
                }
                return;
            }
        }
        if (!isEmptyGroup(source, name)) {
            refuseUnlessForeign(source, name, variable);
        }
    }

    private static boolean isEmptyGroup(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        return property != null
                && property.getValue().toString().isBlank()
                && KNOWN.stream().anyMatch(pattern -> pattern.isBelow(name));
    }

    private void checkId(
            ConfigurationPropertySource source,
            ConfigurationPropertyName name,
            PropertyPattern pattern,
            List<String> keys,
            Map<String, String> undeclared) {
        String key = keys.get(0);
        String uniform = Spelling.uniform(key);
        Optional<String> declared =
                ids.stream().filter(id -> Spelling.uniform(id).equals(uniform)).findFirst();
        if (declared.isPresent()) {
            checkIsRead(source, name, pattern.withKeys(replaceFirst(keys, declared.get())));
            return;
        }
        Optional<String> meant = Spelling.nearest(key, ids).filter(id -> Spelling.isNear(key, id));
        if (meant.isPresent()) {
            String right = pattern.withKeys(replaceFirst(keys, meant.get()));
            throw new RefusedException(
                    describe(source, name) + " configures a rename that no @Renamed declares.",
                    "Did you mean '" + meant.get() + "'? Write '" + right + "', or " + variable(right)
                            + " as an environment variable.");
        }
        undeclared.putIfAbsent(uniform, key);
    }

    /** A name whose letters are right but not its separators is one that binding does not find: the phase would be lost. */
    private static void checkIsRead(ConfigurationPropertySource source, ConfigurationPropertyName name, String right) {
        ConfigurationProperty given = source.getConfigurationProperty(name);
        ConfigurationProperty read = source.getConfigurationProperty(ConfigurationPropertyName.of(right));
        if (given == null || (read != null && read.getValue().equals(given.getValue()))) {
            return;
        }
        throw new RefusedException(
                describe(source, name) + " is not read"
                        + (read == null
                                ? "."
                                : ", because another one says the same property: " + read.getOrigin() + "."),
                "Write '" + right + "', or " + variable(right) + " as an environment variable, and once.");
    }

    /**
     * An environment variable or system property that begins with this name by chance, such as those that Kubernetes sets
     * for a service called "seamless", is left alone; one that is nearly one of ours is not.
     */
    private void refuseUnlessForeign(
            ConfigurationPropertySource source, ConfigurationPropertyName name, boolean variable) {
        String nearest = nearest(name, variable);
        boolean shared = variable || isSystemProperties(source);
        if (shared && !Spelling.isNear(name.toString(), nearest)) {
            return;
        }
        throw new RefusedException(
                describe(source, name) + " does not exist.",
                "Did you mean '" + (variable ? variable(nearest) : nearest) + "'?");
    }

    private static boolean isSystemProperties(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                && properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private static List<String> replaceFirst(List<String> keys, String first) {
        List<String> replaced = new ArrayList<>(keys);
        replaced.set(0, first);
        return replaced;
    }

    private String nearest(ConfigurationPropertyName name, boolean variable) {
        List<String> candidates = new ArrayList<>();
        for (PropertyPattern pattern : KNOWN) {
            List<String> keys = variable ? List.of() : pattern.keysOf(name);
            candidates.add(pattern.withKeys(keys));
            if (pattern.isIn("renames")) {
                ids.forEach(
                        id -> candidates.add(pattern.withKeys(keys.isEmpty() ? List.of(id) : replaceFirst(keys, id))));
            }
        }
        return Spelling.nearest(name.toString(), candidates).orElseThrow();
    }

    private static String describe(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        String origin = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "The property '" + name + "'" + origin;
    }
}
