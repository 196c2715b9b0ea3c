package dev.seamless.rest;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.web.OpenNames;
import java.util.Map;
import org.springframework.data.rest.core.mapping.ResourceMappings;
import org.springframework.data.rest.core.mapping.ResourceMetadata;

/**
 * Looks for entities with an open rename among what Spring Data REST exports. It has mappers and patches of its own, which
 * no client's view reaches: it would serve the new name to everybody, and drop what comes under the old one.
 */
public final class ExportCheck {

    private final Map<Class<?>, Rename> open;
    private final OpenNames names;

    /**
     * Creates a check.
     *
     * @param open types that declare a renamed attribute whose old name is not over
     * @param names what the application accepts knowingly
     */
    public ExportCheck(Map<Class<?>, Rename> open, OpenNames names) {
        this.open = Map.copyOf(open);
        this.names = names;
    }

    /**
     * Checks what is exported.
     *
     * @throws RefusedException naming the first entity that would be served with the wrong shape
     */
    public void check(ResourceMappings exported) {
        for (ResourceMetadata resource : exported) {
            if (resource.isExported() && !names.accepts(resource.getDomainType().getName())) {
                check(resource.getDomainType());
            }
        }
    }

    private void check(Class<?> entity) {
        for (Class<?> part : ReachableTypes.from(entity)) {
            Rename rename = open.get(part);
            if (rename != null) {
                throw new RefusedException(
                        "Spring Data REST exports " + entity.getName() + ", and would serve the renamed attributes of "
                                + part.getName() + " under the new name alone (rename '" + rename.id() + "').",
                        "Do not export it (@RepositoryRestResource(exported = false)) and serve a DTO from a controller; or,"
                                + " if no client of an old shape uses it, list it in seamless.accept-converters: "
                                + entity.getName() + ".");
            }
        }
    }
}
