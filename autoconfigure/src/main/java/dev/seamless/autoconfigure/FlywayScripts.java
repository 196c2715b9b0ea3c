package dev.seamless.autoconfigure;

import dev.seamless.ledger.MigrationRun.Script;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;

/** The texts of Flyway's scripts, which its own interfaces do not show. */
final class FlywayScripts {

    private static final Logger LOG = LoggerFactory.getLogger(FlywayScripts.class);

    private final ResourceLoader resources;

    FlywayScripts(ResourceLoader resources) {
        this.resources = resources;
    }

    /** Finds a script by its name; a migration that is no SQL file has no markers, and is none here. */
    Optional<Script> find(Configuration configuration, String name) {
        if (Arrays.stream(configuration.getSqlMigrationSuffixes()).noneMatch(name::endsWith)) {
            return Optional.empty();
        }
        ResourcePatternResolver resolver = ResourcePatternUtils.getResourcePatternResolver(resources);
        for (var location : configuration.getLocations()) {
            String folder = location.isFileSystem() ? "file:" + location.getPath() : "classpath*:" + location.getPath();
            for (Resource file : resources(resolver, folder + "/" + name)) {
                if (file.exists()) {
                    return Optional.of(new Script(name, read(file, configuration.getEncoding())));
                }
            }
        }
        LOG.warn("The text of {} cannot be found, so that a migration of a rename in it would not be guarded", name);
        return Optional.empty();
    }

    private static Resource[] resources(ResourcePatternResolver resolver, String pattern) {
        try {
            return resolver.getResources(pattern);
        } catch (IOException e) {
            throw new FlywayException("The scripts in " + pattern + " could not be listed", e);
        }
    }

    private static String read(Resource file, Charset encoding) {
        try {
            return file.getContentAsString(encoding);
        } catch (IOException e) {
            throw new FlywayException("The markers in " + file + " could not be read", e);
        }
    }
}
