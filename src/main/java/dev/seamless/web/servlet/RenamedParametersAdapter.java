package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import dev.seamless.web.ParameterNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands a request to the adapter that Spring has for controllers' methods, with the parameters that came under an old name
 * under the new one too. Comes before that adapter, for the methods that take such parameters.
 */
public final class RenamedParametersAdapter implements HandlerAdapter, Ordered {

    private final ParameterNames names;
    private final Supplier<? extends HandlerAdapter> adapter;

    /**
     * Creates an adapter.
     *
     * @param adapter returns Spring's own, a {@code RequestMappingHandlerAdapter}
     */
    public RenamedParametersAdapter(ParameterNames names, Supplier<? extends HandlerAdapter> adapter) {
        this.names = names;
        this.adapter = adapter;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && names.concerns(method);
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        return adapter.get().handle(completed(request, (HandlerMethod) handler), response, handler);
    }

    private HttpServletRequest completed(HttpServletRequest request, HandlerMethod handler) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        ClientView view = RequestClient.view();
        Map<String, List<String>> completed = names.complete(handler, sent, view);
        return completed.equals(sent) ? request : new CompletedRequest(request, completed);
    }
}
