package dev.seamless.web.reactive;

import dev.seamless.web.ParameterNames;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands an exchange to the adapter that Spring has for controllers' methods, with the parameters that came under an old
 * name under the new one too. Comes before that adapter, for the methods that take such parameters.
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
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return Mono.defer(
                () -> adapter.get().handle(new CompletedExchange(exchange, (HandlerMethod) handler, names), handler));
    }
}
