package dev.seamless.web.reactive;

import dev.seamless.json.ClientView;
import dev.seamless.json.RenameModule;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from the client of the exchange; on a client's side, where there is none, under either name. */
public final class RenameJsonDecoder extends JacksonJsonDecoder {

    /**
     * Creates a decoder.
     *
     * @param mapper uses {@link RenameModule}
     */
    public RenameJsonDecoder(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Map<String, Object> getDecodeHints(
            ResolvableType actualType,
            ResolvableType elementType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return ExchangeClient.addTo(
                super.getDecodeHints(actualType, elementType, request, response), ExchangeClient.reading(request));
    }

    @Override
    protected ObjectReader customizeReader(
            ObjectReader reader, ResolvableType elementType, @Nullable Map<String, Object> hints) {
        ObjectReader customized = super.customizeReader(reader, elementType, hints);
        ClientView view = ExchangeClient.in(hints);
        return view == null ? customized : view.on(customized);
    }
}
