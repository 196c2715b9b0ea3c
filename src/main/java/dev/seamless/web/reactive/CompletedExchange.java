package dev.seamless.web.reactive;

import dev.seamless.json.ClientView;
import dev.seamless.web.ParameterNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Mono;

/** An exchange whose query, form and parts have what came under an old name under the new one too. */
final class CompletedExchange extends ServerWebExchangeDecorator {

    /** The attribute that holds the names of the parameters and parts, as they came. */
    static final String SENT = CompletedExchange.class.getName() + ".SENT";

    private final HandlerMethod handler;
    private final ParameterNames names;
    private final ClientView view;
    private final ServerHttpRequest request;
    private final Mono<MultiValueMap<String, String>> form;
    private final Mono<MultiValueMap<String, Part>> multipart;

    CompletedExchange(ServerWebExchange exchange, HandlerMethod handler, ParameterNames names) {
        super(exchange);
        this.handler = handler;
        this.names = names;
        this.view = ExchangeClient.view(exchange.getRequest());
        MultiValueMap<String, String> query = completed(exchange.getRequest().getQueryParams());
        this.request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public MultiValueMap<String, String> getQueryParams() {
                return query;
            }
        };
        // Once, for a use of an old name is counted as it is completed, and each object that is bound asks again.
        this.form = exchange.getFormData().map(this::completed).cache();
        this.multipart = exchange.getMultipartData().map(this::completed).cache();
    }

    private <V> MultiValueMap<String, V> completed(MultiValueMap<String, V> sent) {
        Set<String> came = new HashSet<>(sent.keySet());
        came.addAll(getDelegate().getAttributeOrDefault(SENT, Set.<String>of()));
        getAttributes().put(SENT, came);
        return CollectionUtils.toMultiValueMap(names.complete(handler, sent, view));
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return form;
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        return multipart;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getDelegate().getAttributes();
    }
}
