package dev.seamless.web.reactive;

import dev.seamless.json.ClientView;
import dev.seamless.json.RenameModule;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MimeType;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON for the client of the exchange; on a client's side, where there is none, with the new names. */
public final class RenameJsonEncoder extends JacksonJsonEncoder {

    /**
     * Creates an encoder.
     *
     * @param mapper uses {@link RenameModule}
     */
    public RenameJsonEncoder(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Map<String, Object> getEncodeHints(
            @Nullable ResolvableType actualType,
            ResolvableType elementType,
            @Nullable MediaType mediaType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return ExchangeClient.addTo(
                super.getEncodeHints(actualType, elementType, mediaType, request, response),
                ExchangeClient.view(request));
    }

    @Override
    protected ObjectWriter customizeWriter(
            ObjectWriter writer,
            @Nullable MimeType mimeType,
            ResolvableType elementType,
            @Nullable Map<String, Object> hints) {
        ObjectWriter customized = super.customizeWriter(writer, mimeType, elementType, hints);
        ClientView view = ExchangeClient.in(hints);
        return view == null ? customized : view.on(customized);
    }
}
