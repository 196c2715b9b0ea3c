package dev.seamless.web.reactive;

import dev.seamless.web.ErrorWords;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Conventions;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.BindingErrorProcessor;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Names the fields of errors as the caller of an exchange did. Spring WebFlux asks the application's advice from inside of its
 * adapter, where nobody can put an exception in other words; so the errors are put so when they are found. A method that
 * takes its errors as an argument gets them with the names of now.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CallerErrors {

    private final ExchangeErrors errors;

    /** Creates the advice. */
    public CallerErrors(ExchangeErrors errors) {
        this.errors = errors;
    }

    /** Has what the binder and its validators find put in the words of the caller. */
    @InitBinder
    public void nameAsSent(WebDataBinder binder, ServerWebExchange exchange) {
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        MethodParameter parameter = !errors.isEmpty() && handler instanceof HandlerMethod method
                ? parameter(method, binder.getObjectName())
                : null;
        if (parameter == null) {
            return;
        }
        UnaryOperator<BindingResult> inWords = found -> {
            ErrorWords words = errors.words(exchange);
            return words.of(parameter, found);
        };
        BindingErrorProcessor processor = binder.getBindingErrorProcessor();
        binder.setBindingErrorProcessor(new WordedErrorProcessor(processor, inWords));
        binder.replaceValidators(binder.getValidators().stream()
                .map(validator -> new WordedValidator(validator, inWords))
                .toArray(Validator[]::new));
    }

    private static @Nullable MethodParameter parameter(HandlerMethod handler, String objectName) {
        MethodParameter[] parameters = handler.getMethodParameters();
        boolean takesErrors = Arrays.stream(parameters)
                .anyMatch(parameter -> Errors.class.isAssignableFrom(parameter.getParameterType()));
        return takesErrors
                ? null
                : Arrays.stream(parameters)
                        .filter(parameter -> Conventions.getVariableNameForParameter(parameter)
                                .equals(objectName))
                        .findFirst()
                        .orElse(null);
    }
}
