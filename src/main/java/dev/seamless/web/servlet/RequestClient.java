package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import dev.seamless.json.SentNames;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The client of the request that this thread serves. Converters run on a request's thread, where Spring binds the request;
 * elsewhere (an emitter on a thread of its own) the client is unknown, and what it is served has all names.
 */
public final class RequestClient {

    /** The request attribute that holds the client's view. */
    static final String ATTRIBUTE = ClientView.class.getName();

    private static final String SENT = SentNames.class.getName();

    private RequestClient() {}

    /** The client's view, for reading what it sent: with a note of the names that it uses. */
    static ClientView reading() {
        return view().noting(sent());
    }

    /** The names that the client has used in this request so far. */
    static SentNames sent() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new SentNames();
        }
        Object noted = request.getAttribute(SENT, RequestAttributes.SCOPE_REQUEST);
        if (noted instanceof SentNames sent) {
            return sent;
        }
        SentNames sent = new SentNames();
        request.setAttribute(SENT, sent, RequestAttributes.SCOPE_REQUEST);
        return sent;
    }

    static ClientView view() {
        return current().orElse(ClientView.UNKNOWN);
    }

    /** Returns the client's view; empty where this thread serves no request, or one that is none of the gate's business. */
    public static Optional<ClientView> current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object view = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return view instanceof ClientView known ? Optional.of(known) : Optional.empty();
    }
}
