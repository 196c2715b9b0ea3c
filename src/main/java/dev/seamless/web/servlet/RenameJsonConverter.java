package dev.seamless.web.servlet;

import dev.seamless.json.RenameModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON for the client of the request at hand. Takes the place of Spring's converter on the server's side
 * only: a client's converter has no view, and so writes the new names.
 */
public final class RenameJsonConverter extends JacksonJsonHttpMessageConverter {

    /**
     * Creates a converter that takes the place of another.
     *
     * @param original its mapper uses {@link RenameModule}; its media types are taken over
     */
    public RenameJsonConverter(JacksonJsonHttpMessageConverter original) {
        this(original, List.of());
    }

    /**
     * Creates a converter that takes the place of another, which may have mappers of their own for some types: Spring
     * HATEOAS registers one for {@code RepresentationModel}.
     *
     * @param original its mappers use {@link RenameModule}; its media types are taken over
     * @param types types that may have mappers of their own
     */
    public RenameJsonConverter(JacksonJsonHttpMessageConverter original, Collection<Class<?>> types) {
        super(original.getMapper());
        setSupportedMediaTypes(original.getSupportedMediaTypes());
        setDefaultCharset(original.getDefaultCharset());
        for (Class<?> type : types) {
            Map<MediaType, JsonMapper> mappers = original.getMappersForType(type);
            if (!mappers.isEmpty()) {
                registerMappersForType(type, registered -> registered.putAll(mappers));
            }
        }
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return RequestClient.reading().on(super.customizeReader(reader, type));
    }

    @Override
    protected ObjectWriter customizeWriter(
            ObjectWriter writer, @Nullable JavaType type, @Nullable MediaType contentType) {
        return RequestClient.view().on(super.customizeWriter(writer, type, contentType));
    }
}
