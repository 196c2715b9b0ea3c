package dev.seamless.web.reactive;

import dev.seamless.json.ClientView;
import dev.seamless.json.SentNames;
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

    private static final String SENT = SentNames.class.getName();

    private ExchangeClient() {}

    static ClientView view(ServerHttpRequest request) {
        return request.getAttributes().get(ATTRIBUTE) instanceof ClientView view ? view : ClientView.UNKNOWN;
    }

    /** The names that the client has used in this exchange so far. */
    static SentNames sent(ServerHttpRequest request) {
        return (SentNames) request.getAttributes().computeIfAbsent(SENT, key -> new SentNames());
    }

    /** The client's view, for reading what it sent: with a note of the names that it uses. */
    static ClientView reading(ServerHttpRequest request) {
        return view(request).noting(sent(request));
    }

    static Map<String, Object> addTo(Map<String, Object> hints, ClientView view) {
        return Hints.merge(hints, ATTRIBUTE, view);
    }

    /** The view among the hints; null in a call that does not come from the server's side. */
    static @Nullable ClientView in(@Nullable Map<String, Object> hints) {
        return hints == null ? null : (ClientView) hints.get(ATTRIBUTE);
    }
}
