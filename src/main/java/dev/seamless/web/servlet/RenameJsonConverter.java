package dev.seamless.web.servlet;

import dev.seamless.json.RenameModule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

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
        super(original.getMapper());
        setSupportedMediaTypes(original.getSupportedMediaTypes());
        setDefaultCharset(original.getDefaultCharset());
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return RequestClient.view().on(super.customizeReader(reader, type));
    }

    @Override
    protected ObjectWriter customizeWriter(
            ObjectWriter writer, @Nullable JavaType type, @Nullable MediaType contentType) {
        return RequestClient.view().on(super.customizeWriter(writer, type, contentType));
    }
}
