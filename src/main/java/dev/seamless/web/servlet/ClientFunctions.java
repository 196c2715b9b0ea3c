package dev.seamless.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;

/** Gives functional endpoints an answer that knows its client, for the events that they send later from any thread. */
public final class ClientFunctions implements HandlerAdapter, Ordered {

    private final HandlerAdapters adapters;
    private final boolean needed;

    /**
     * Creates an adapter.
     *
     * @param needed whether there is a rename
     * @param adapters returns those of the application, of which the first takes a request that supports its handler
     */
    public ClientFunctions(boolean needed, Supplier<List<HandlerAdapter>> adapters) {
        this.needed = needed;
        this.adapters = new HandlerAdapters(this, adapters);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return needed && handler instanceof HandlerFunction;
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        return adapters.of(handler).handle(request, new ClientResponse(response, RequestClient.view()), handler);
    }
}
