package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitterReturnValueHandler;

/**
 * Has what a method emits ({@code SseEmitter}, {@code ResponseBodyEmitter}, a streamed {@code Flux}) written to an answer that
 * knows its client, whatever thread sends it.
 */
public final class ClientEmitters implements BeanPostProcessor {

    private final BooleanSupplier needed;

    /**
     * Creates the post-processor.
     *
     * @param needed whether there is a rename; asked with Spring's adapter
     */
    public ClientEmitters(BooleanSupplier needed) {
        this.needed = needed;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter && needed.getAsBoolean()) {
            List<HandlerMethodReturnValueHandler> handlers = adapter.getReturnValueHandlers();
            if (handlers != null) {
                List<HandlerMethodReturnValueHandler> all = new ArrayList<>(handlers);
                all.replaceAll(handler ->
                        handler instanceof ResponseBodyEmitterReturnValueHandler ? new Emitting(handler) : handler);
                adapter.setReturnValueHandlers(all);
            }
        }
        return bean;
    }

    private record Emitting(HandlerMethodReturnValueHandler handler) implements HandlerMethodReturnValueHandler {

        @Override
        public boolean supportsReturnType(MethodParameter returnType) {
            return handler.supportsReturnType(returnType);
        }

        @Override
        public void handleReturnValue(
                @Nullable Object value,
                MethodParameter returnType,
                ModelAndViewContainer container,
                NativeWebRequest request)
                throws Exception {
            handler.handleReturnValue(value, returnType, container, knowing(request, RequestClient.view()));
        }

        private static NativeWebRequest knowing(NativeWebRequest request, ClientView view) {
            HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
            HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
            return servletRequest == null || response == null
                    ? request
                    : new ServletWebRequest(servletRequest, new ClientResponse(response, view));
        }
    }
}
