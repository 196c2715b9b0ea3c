package dev.seamless.web;

import dev.seamless.json.ClientView;
import dev.seamless.json.FieldNames;
import dev.seamless.json.SentNames;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * The words of one caller for what it sent: who sent {@code bio} reads of {@code bio}, who sent {@code description} of that,
 * and who sent neither reads the name that it is served. An application's own code goes on with the names of now: only
 * what leaves it as an error is put so.
 *
 * @param fields knows the names of what came in a body
 * @param parameters knows the names of what came in a query or a form
 * @param handler the method that the request is for; null where it is for none
 * @param sent what was noted while the body was read
 * @param parameterNames the names of the request's parameters and parts, as they came
 */
public record ErrorWords(
        FieldNames fields,
        ParameterNames parameters,
        @Nullable HandlerMethod handler,
        ClientView view,
        SentNames sent,
        Set<String> parameterNames) {

    /** Creates the words. */
    public ErrorWords {
        parameterNames = Set.copyOf(parameterNames);
    }

    /** Returns the caller's name of a parameter. */
    public String of(String parameter) {
        return handler == null ? parameter : parameters.asSent(handler, parameter, parameterNames, view);
    }

    /** Returns the errors of an argument in the caller's words. */
    public BindingResult of(MethodParameter parameter, BindingResult errors) {
        return renamed(errors, errors.getTarget(), path(parameter, errors.getTarget()));
    }

    /** Returns the errors of an object that was read from a body in the caller's words. */
    public BindingResult of(BindingResult errors) {
        return renamed(errors, errors.getTarget(), body(errors.getTarget()));
    }

    /** Returns the failure of a method's validation in the caller's words. */
    public HandlerMethodValidationException of(HandlerMethodValidationException e) {
        List<ParameterValidationResult> results =
                e.getParameterValidationResults().stream().map(this::of).toList();
        return new HandlerMethodValidationException(MethodValidationResult.create(
                e.getTarget(), e.getMethod(), results, e.getCrossParameterValidationResults()));
    }

    private ParameterValidationResult of(ParameterValidationResult result) {
        MethodParameter parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors errors) {
            return new ParameterErrors(
                    parameter,
                    result.getArgument(),
                    renamed(errors, result.getArgument(), path(parameter, result.getArgument())),
                    result.getContainer(),
                    result.getContainerIndex(),
                    result.getContainerKey());
        }
        String name = String.valueOf(parameter.getParameterName());
        String sent = of(name);
        return sent.equals(name)
                ? result
                : new ParameterValidationResult(
                        parameter,
                        result.getArgument(),
                        result.getResolvableErrors().stream()
                                .map(error -> SentName.error(error, name, sent))
                                .toList(),
                        result.getContainer(),
                        result.getContainerIndex(),
                        result.getContainerKey(),
                        (error, source) -> result.unwrap(((SentName) error).original(), source));
    }

    private static BindingResult renamed(Errors errors, @Nullable Object target, UnaryOperator<String> path) {
        BindingResult own = new BeanPropertyBindingResult(target, errors.getObjectName());
        for (ObjectError error : errors.getAllErrors()) {
            own.addError(error instanceof FieldError field ? renamed(field, path.apply(field.getField())) : error);
        }
        return own;
    }

    private static FieldError renamed(FieldError error, String sent) {
        return sent.equals(error.getField()) ? error : new SentFieldError(error, sent);
    }

    private UnaryOperator<String> path(MethodParameter parameter, @Nullable Object root) {
        return isBody(parameter) ? body(root) : this::of;
    }

    private UnaryOperator<String> body(@Nullable Object root) {
        return path -> fields.asSent(root, path, view, sent);
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                || parameter.hasParameterAnnotation(RequestPart.class)
                || HttpEntity.class.isAssignableFrom(parameter.getParameterType());
    }
}
