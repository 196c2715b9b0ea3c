package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.SchemaPhase;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be configured under {@code seamless}. A name that is not listed here stops the start.
 *
 * @param scanPackages Packages to search for @Renamed, and the packages below them, besides those of the
 * auto-configuration and of the entities.
 * @param acceptConverters Class names of message converters that may serve renamed attributes although they know nothing
 * of their old names. Any other such converter stops the start.
 * @param renames Phases of each rename, by its id.
 */
@ConfigurationProperties("seamless")
public record SeamlessProperties(
        @DefaultValue Set<String> scanPackages,
        @DefaultValue Set<String> acceptConverters,
        @DefaultValue Map<String, RenameProperties> renames) {

    /**
     * The phases of one rename on this instance.
     *
     * @param schema Phase on the schema boundary: which column is read, and which are written. Default is old.
     * @param api Phase on the API boundary: which names are served and accepted. Default is old.
     */
    public record RenameProperties(
            @Nullable SchemaPhase schema, @Nullable ApiPhase api) {

        static final RenameProperties NONE = new RenameProperties(null, null);
    }
}
