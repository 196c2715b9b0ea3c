package dev.seamless.web.reactive;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Spring's problem details with the parameters called as the caller does: in place of those of Boot, where these are enabled. */
@ControllerAdvice
public class CallerProblems extends ResponseEntityExceptionHandler {

    private final ExchangeErrors errors;

    /** Creates the advice. */
    public CallerProblems(ExchangeErrors errors) {
        this.errors = errors;
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleMissingRequestValueException(
            MissingRequestValueException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return super.handleMissingRequestValueException(errors.asSent(e, exchange), headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return super.handleHandlerMethodValidationException(errors.asSent(e, exchange), headers, status, exchange);
    }
}
