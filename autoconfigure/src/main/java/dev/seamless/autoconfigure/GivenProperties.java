package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
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
            log.atInfo()
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
            Optional<String> key = variable ? pattern.matchVariable(name) : pattern.match(name);
            if (key.isPresent()) {
                if (pattern.isIn("renames")) {
                    checkId(source, name, key.get(), undeclared);
                }
                return;
            }
        }
        refuseUnlessForeign(source, name, variable);
    }

    private void checkId(
            ConfigurationPropertySource source,
            ConfigurationPropertyName name,
            String key,
            Map<String, String> undeclared) {
        String uniform = Spelling.uniform(key);
        if (ids.stream().anyMatch(id -> Spelling.uniform(id).equals(uniform))) {
            return;
        }
        Optional<String> meant = Spelling.nearest(key, ids).filter(id -> Spelling.isNear(key, id));
        if (meant.isPresent()) {
            throw new RefusedException(
                    describe(source, name) + " configures a rename that no @Renamed declares.",
                    "Did you mean '" + meant.get() + "'?");
        }
        undeclared.putIfAbsent(uniform, key);
    }

    /**
     * An environment variable or system property that begins with this name by chance, such as those that Kubernetes sets
     * for a service called "seamless", is left alone; one that begins like a property of ours, or is nearly one, is not.
     */
    private void refuseUnlessForeign(
            ConfigurationPropertySource source, ConfigurationPropertyName name, boolean variable) {
        String nearest = nearest(name);
        boolean ours = Spelling.uniform(name.toString()).startsWith("seamlessrenames")
                || Spelling.isNear(name.toString(), nearest);
        if (variable && !ours) {
            return;
        }
        String spelled =
                variable ? nearest.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_') : nearest;
        throw new RefusedException(describe(source, name) + " does not exist.", "Did you mean '" + spelled + "'?");
    }

    private String nearest(ConfigurationPropertyName name) {
        List<String> candidates = new ArrayList<>();
        Collection<String> keys = ids.isEmpty() ? Set.of("<id>") : ids;
        KNOWN.forEach(pattern -> keys.forEach(key -> candidates.add(pattern.withKey(key))));
        return Spelling.nearest(name.toString(), candidates).orElseThrow();
    }

    private static String describe(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        String origin = property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "The property '" + name + "'" + origin;
    }
}
