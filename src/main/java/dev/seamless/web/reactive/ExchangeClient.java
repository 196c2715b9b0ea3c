package dev.seamless.web.reactive;

import dev.seamless.json.ClientView;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.Hints;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The client of an exchange. It travels with the call, as a hint that only the server's side of a codec is asked for: so a
 * hop to another thread does not lose it, and it cannot get into a request that is sent meanwhile.
 */
final class ExchangeClient {

    /** The request attribute, and the hint, that hold the client's view. */
    static final String ATTRIBUTE = ClientView.class.getName();

    private ExchangeClient() {}

    static ClientView view(ServerHttpRequest request) {
        return request.getAttributes().get(ATTRIBUTE) instanceof ClientView view ? view : ClientView.UNKNOWN;
    }

    static Map<String, Object> addTo(Map<String, Object> hints, ServerHttpRequest request) {
        return Hints.merge(hints, ATTRIBUTE, view(request));
    }

    /** The view among the hints; null in a call that does not come from the server's side. */
    static @Nullable ClientView in(@Nullable Map<String, Object> hints) {
        return hints == null ? null : (ClientView) hints.get(ATTRIBUTE);
    }
}
