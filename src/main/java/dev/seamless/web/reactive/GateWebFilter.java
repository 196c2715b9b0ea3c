package dev.seamless.web.reactive;

import dev.seamless.gate.Admission;
import dev.seamless.gate.Gate;
import dev.seamless.json.ClientView;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The gate in front of Spring WebFlux: its headers are on every answer, errors included, and a refused request is answered
 * before its body is read. CORS preflights pass.
 */
public final class GateWebFilter implements WebFilter {

    private final Gate gate;
    private final GateAnswers answers;
    private final ClientViews views;
    private final Predicate<ServerHttpRequest> exempt;

    /** Returns what stands in its place where there is no gate: it notes the old names of clients, all unknown. */
    public static WebFilter withoutGate(Gate gate, ClientViews views) {
        return (exchange, chain) -> {
            exchange.getRequest().getAttributes().put(ExchangeClient.ATTRIBUTE, views.unobserved(gate.admit(null)));
            return chain.filter(exchange);
        };
    }

    /**
     * Creates the filter.
     *
     * @param views what each client is served
     * @param exempt requests that are none of the gate's business, such as those to Actuator
     */
    public GateWebFilter(Gate gate, GateAnswers answers, ClientViews views, Predicate<ServerHttpRequest> exempt) {
        this.gate = gate;
        this.answers = answers;
        this.views = views;
        this.exempt = exempt;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (CorsUtils.isPreFlightRequest(request) || exempt.test(request)) {
            return chain.filter(exchange);
        }
        List<String> header = request.getHeaders().getValuesAsList(answers.versionHeader());
        Admission admission = gate.admit(header.size() == 1 ? header.get(0) : null);
        ClientView view = views.of(admission);
        ServerHttpResponse response = exchange.getResponse();
        boolean crossOrigin = request.getHeaders().getOrigin() != null;
        // At the last moment: an error handler may clear the headers that were set before it.
        response.beforeCommit(() -> {
            answers.addHeaders(admission, crossOrigin, response.getHeaders()::add);
            return Mono.empty();
        });
        if (admission.refused()) {
            return refuse(response, admission);
        }
        request.getAttributes().put(ExchangeClient.ATTRIBUTE, view);
        return chain.filter(exchange);
    }

    private Mono<Void> refuse(ServerHttpResponse response, Admission admission) {
        response.setStatusCode(HttpStatusCode.valueOf(answers.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(answers.problem(admission))));
    }
}
