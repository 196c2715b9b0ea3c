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
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Hands a request to the adapter that Spring has for controllers' methods, with the parameters and parts that came under an
 * old name under the new one too; and puts what is wrong with the arguments in the words of the caller. Comes before that
 * adapter.
 */
public final class RenamedParametersAdapter implements HandlerAdapter, Ordered {

    private final ParameterNames names;
    private final RequestErrors errors;
    private final HandlerAdapters adapters;

    /**
     * Creates an adapter.
     *
     * @param errors the words of the caller
     * @param adapters returns those of the application, of which the first takes a request that supports its handler
     */
    public RenamedParametersAdapter(
            ParameterNames names, RequestErrors errors, Supplier<List<HandlerAdapter>> adapters) {
        this.names = names;
        this.errors = errors;
        this.adapters = new HandlerAdapters(this, adapters);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod && !names.isEmpty();
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerMethod method = (HandlerMethod) handler;
        try {
            boolean concerned = names.concerns(method)
                    && !WebAsyncUtils.getAsyncManager(request).hasConcurrentResult(); // it was completed at first
            return adapters.of(handler).handle(concerned ? completed(request, method) : request, response, handler);
        } catch (Exception e) {
            throw errors.asSent(e, request, method);
        }
    }

    private HttpServletRequest completed(HttpServletRequest request, HandlerMethod handler) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        ClientView view = RequestClient.view();
        Map<String, List<String>> completed = names.complete(handler, sent, view);
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart != null) {
            return new CompletedMultipart(multipart, completed, new PartNames(names, handler, multipart, view));
        }
        return completed.equals(sent) ? request : new CompletedRequest(request, completed);
    }
}
