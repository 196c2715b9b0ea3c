package dev.seamless.openapi;

import dev.seamless.Rename;
import dev.seamless.json.JsonRename;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds the old name of each renamed attribute to the schema of its type, deprecated, as long as it is accepted. Neither name
 * is required then, for either will do. Springdoc finds it as a bean; its own mapper knows nothing of Seamless.
 */
public final class RenamedSchemas implements ModelConverter {

    private final Supplier<List<JsonRename>> names;
    private final Function<Rename, Optional<Type>> oldTypes;

    /**
     * Creates the converter.
     *
     * @param names returns the renamed attributes; asked for with the first schema
     * @param oldTypes returns the type of the values under the old name; empty where the rename changes the name alone
     */
    public RenamedSchemas(Supplier<List<JsonRename>> names, Function<Rename, Optional<Type>> oldTypes) {
        this.names = names;
        this.oldTypes = oldTypes;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = raw(type.getType());
        Schema<?> model = resolved == null ? null : model(resolved, context);
        if (raw != null && model != null && model.getProperties() != null) {
            List<JsonRename> all = names.get();
            for (int i = all.size() - 1; i >= 0; i--) { // the newest of a chain first
                if (all.get(i).type().isAssignableFrom(raw)
                        && all.get(i).rename().api().acceptsOld()) {
                    addOldName(model, all.get(i), context);
                }
            }
        }
        return resolved;
    }

    private void addOldName(Schema<?> model, JsonRename name, ModelConverterContext context) {
        Schema<?> current = model.getProperties().get(name.newName());
        if (current == null || model.getProperties().containsKey(name.oldName())) {
            return;
        }
        Schema<?> like = oldTypes.apply(name.rename())
                .<Schema<?>>map(type -> context.resolve(new AnnotatedType(type).resolveAsRef(true)))
                .orElse(current);
        Schema<?> old = AnnotationsUtils.clone(like, true); // Swagger hands out one schema for all of a type
        old.setDeprecated(true);
        old.setDescription("Renamed to '" + name.newName() + "'.");
        model.addProperty(name.oldName(), old);
        if (model.getRequired() != null) {
            model.setRequired(model.getRequired().stream()
                    .filter(required -> !required.equals(name.newName()))
                    .toList());
        }
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
    }

    /** Swagger hands on a class, or the type that its own Jackson 2 made of it. */
    private static @Nullable Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        return type instanceof com.fasterxml.jackson.databind.JavaType java ? java.getRawClass() : null;
    }
}
