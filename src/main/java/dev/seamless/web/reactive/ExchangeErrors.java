package dev.seamless.web.reactive;

import dev.seamless.json.FieldNames;
import dev.seamless.web.ErrorWords;
import dev.seamless.web.ParameterNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Names the fields of errors as the caller of an exchange did, in what no advice of the application's has answered: Spring
 * Boot's error answer. Comes before that. What {@link CallerErrors} has put so already stays.
 */
public final class ExchangeErrors implements WebExceptionHandler {

    private final FieldNames fields;
    private final ParameterNames parameters;

    /** Creates the handler. */
    public ExchangeErrors(FieldNames fields, ParameterNames parameters) {
        this.fields = fields;
        this.parameters = parameters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return Mono.error(asSent(error, exchange));
    }

    /**
     * Returns the errors of an object that was read from the body of an exchange, in the caller's words: for code that
     * takes them itself, as an argument or from a validator.
     *
     * @param errors their target is the object that was read
     */
    public BindingResult asSent(BindingResult errors, ServerWebExchange exchange) {
        return words(exchange).of(errors);
    }

    /**
     * Returns the failed validation of parameters in the caller's words: for an {@code @ExceptionHandler} of the
     * application, which Spring WebFlux asks before anybody can put it so.
     */
    public HandlerMethodValidationException asSent(HandlerMethodValidationException e, ServerWebExchange exchange) {
        return e.isForReturnValue() ? e : words(exchange).of(e);
    }

    /**
     * Returns what says that a parameter is missing in the caller's words: for an {@code @ExceptionHandler} of the
     * application, which Spring WebFlux asks before anybody can put it so.
     */
    public MissingRequestValueException asSent(MissingRequestValueException e, ServerWebExchange exchange) {
        MethodParameter parameter = e.getMethodParameter();
        return parameter == null
                ? e
                : new MissingRequestValueException(
                        words(exchange).of(e.getName()), e.getType(), e.getLabel(), parameter);
    }

    private Throwable asSent(Throwable e, ServerWebExchange exchange) {
        if (e instanceof WebExchangeBindException invalid) {
            return asSent(invalid, exchange);
        }
        if (e instanceof HandlerMethodValidationException invalid) {
            return asSent(invalid, exchange);
        }
        return e instanceof MissingRequestValueException missing ? asSent(missing, exchange) : e;
    }

    private WebExchangeBindException asSent(WebExchangeBindException e, ServerWebExchange exchange) {
        MethodParameter parameter = e.getMethodParameter();
        return parameter == null
                ? e
                : new WebExchangeBindException(parameter, words(exchange).of(parameter, e.getBindingResult()));
    }

    /** Whether there is no rename: then nobody's words differ. */
    boolean isEmpty() {
        return parameters.isEmpty();
    }

    ErrorWords words(ServerWebExchange exchange) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return new ErrorWords(
                fields,
                parameters,
                handler instanceof HandlerMethod method ? method : null,
                ExchangeClient.view(exchange.getRequest()),
                ExchangeClient.sent(exchange.getRequest()),
                names(exchange));
    }

    private static Set<String> names(ServerWebExchange exchange) {
        @Nullable Set<String> names = exchange.getAttribute(CompletedExchange.SENT);
        return names == null ? exchange.getRequest().getQueryParams().keySet() : names;
    }
}
