package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.server.DelegatingServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.util.WebUtils;

/**
 * An answer that knows the client to which it goes. An emitter is written to by any thread at any time, also by one that serves
 * another client's request at that moment: what travels with it is the answer.
 */
final class ClientResponse extends HttpServletResponseWrapper {

    private final ClientView view;
    private final Map<RenameJsonConverter, RenameJsonConverter> converters = new ConcurrentHashMap<>(2);

    ClientResponse(HttpServletResponse response, ClientView view) {
        super(response);
        this.view = view;
    }

    /** Returns the answer that is behind a message, if it knows its client. */
    static @Nullable ClientResponse of(HttpOutputMessage message) {
        HttpOutputMessage inner = message;
        while (inner instanceof DelegatingServerHttpResponse delegating) {
            inner = delegating.getDelegate();
        }
        return inner instanceof ServletServerHttpResponse servlet
                ? WebUtils.getNativeResponse(servlet.getServletResponse(), ClientResponse.class)
                : null;
    }

    /** Returns the converter, writing for the client of this answer. */
    RenameJsonConverter forClient(RenameJsonConverter converter) {
        return converters.computeIfAbsent(converter, general -> general.boundTo(view));
    }
}
