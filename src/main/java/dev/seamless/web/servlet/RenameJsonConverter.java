package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import dev.seamless.json.RenameModule;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON for the client of the request at hand. Takes the place of Spring's converter on the server's side
 * only: a client's converter has no view, and so writes the new names.
 */
public final class RenameJsonConverter extends JacksonJsonHttpMessageConverter {

    private final List<Class<?>> types;
    /** The client for which alone it writes; null for that of the request at hand. */
    private final @Nullable ClientView client;

    /** Whose settings it has; null where it has its own. */
    private final @Nullable RenameJsonConverter general;
    /** Which types it takes; null for all. */
    private final @Nullable JacksonJsonHttpMessageConverter constraint;

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
        this(original, types, null, null, null);
    }

    /**
     * Returns a converter that takes the place of another, and takes no other types than that does.
     *
     * @param original its mapper uses {@link RenameModule}
     */
    public static RenameJsonConverter constrainedAs(JacksonJsonHttpMessageConverter original) {
        return new RenameJsonConverter(original, List.of(), null, null, original);
    }

    private RenameJsonConverter(
            JacksonJsonHttpMessageConverter original,
            Collection<Class<?>> types,
            @Nullable ClientView client,
            @Nullable RenameJsonConverter general,
            @Nullable JacksonJsonHttpMessageConverter constraint) {
        super(original.getMapper());
        this.types = List.copyOf(types);
        this.client = client;
        this.general = general;
        this.constraint = constraint;
        setSupportedMediaTypes(original.getSupportedMediaTypes());
        setDefaultCharset(original.getDefaultCharset());
        for (Class<?> type : types) {
            Map<MediaType, JsonMapper> mappers = original.getMappersForType(type);
            if (!mappers.isEmpty()) {
                registerMappersForType(type, registered -> registered.putAll(mappers));
            }
        }
    }

    /** Returns this converter, writing for one client alone. */
    RenameJsonConverter boundTo(ClientView view) {
        return new RenameJsonConverter(this, types, view, this, constraint);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return (constraint == null || constraint.canRead(type, mediaType)) && super.canRead(type, mediaType);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return (constraint == null || constraint.canRead(type, mediaType)) && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueType, @Nullable MediaType mediaType) {
        return (constraint == null || constraint.canWrite(type, valueType, mediaType))
                && super.canWrite(type, valueType, mediaType);
    }

    @Override
    protected void writePrefix(JsonGenerator generator, Object object) {
        if (general == null) {
            super.writePrefix(generator, object);
        } else {
            general.writePrefix(generator, object);
        }
    }

    @Override
    protected void writeInternal(
            Object object, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        ClientResponse response = client == null ? ClientResponse.of(message) : null;
        if (response == null) {
            super.writeInternal(object, type, message, hints);
        } else {
            response.forClient(this).writeInternal(object, type, message, hints);
        }
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return RequestClient.reading().on(super.customizeReader(reader, type));
    }

    @Override
    protected ObjectWriter customizeWriter(
            ObjectWriter writer, @Nullable JavaType type, @Nullable MediaType contentType) {
        ClientView view = client == null ? RequestClient.view() : client;
        return view.on(super.customizeWriter(writer, type, contentType));
    }
}
