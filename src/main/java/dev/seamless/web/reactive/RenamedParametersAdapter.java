package dev.seamless.web.reactive;

import dev.seamless.web.ParameterNames;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
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
    private final Supplier<List<HandlerAdapter>> adapters;

    /**
     * Creates an adapter.
     *
     * @param adapters returns those of the application, of which the first takes a request that supports its handler
     */
    public RenamedParametersAdapter(ParameterNames names, Supplier<List<HandlerAdapter>> adapters) {
        this.names = names;
        this.adapters = SingletonSupplier.of(adapters);
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
                () -> of(handler).handle(new CompletedExchange(exchange, (HandlerMethod) handler, names), handler));
    }

    /** Returns the adapter that would have got the exchange. */
    private HandlerAdapter of(Object handler) {
        return adapters.get().stream()
                .filter(adapter -> adapter != this && adapter.supports(handler))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No adapter for " + handler));
    }
}
