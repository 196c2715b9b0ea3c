package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The client of the request that this thread serves. Converters run on a request's thread, where Spring binds the request;
 * elsewhere (an emitter on a thread of its own) the client is unknown, and what it is served has all names.
 */
final class RequestClient {

    /** The request attribute that holds the client's view. */
    static final String ATTRIBUTE = ClientView.class.getName();

    private RequestClient() {}

    static ClientView view() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object view = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return view instanceof ClientView known ? known : ClientView.UNKNOWN;
    }
}
