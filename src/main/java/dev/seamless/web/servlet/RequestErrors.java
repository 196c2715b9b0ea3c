package dev.seamless.web.servlet;

import dev.seamless.json.FieldNames;
import dev.seamless.web.ErrorWords;
import dev.seamless.web.ParameterNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.util.WebUtils;

/**
 * Names the fields of errors as the caller of the request at hand did. What Spring throws about arguments is put so before
 * anybody else sees it: an application's own advice, Spring's problem details, Spring Boot's error answer. Errors that an
 * application takes itself ({@code BindingResult} as an argument, a validator called by hand) are its own, with the names
 * of now, until it asks {@link #asSent}.
 */
public final class RequestErrors {

    private final FieldNames fields;
    private final ParameterNames parameters;

    /** Creates the bean. */
    public RequestErrors(FieldNames fields, ParameterNames parameters) {
        this.fields = fields;
        this.parameters = parameters;
    }

    /**
     * Returns the errors of an object that was read from the body of this thread's request, in the caller's words.
     *
     * @param errors their target is the object that was read
     */
    public BindingResult asSent(BindingResult errors) {
        return words(null, Set.of()).of(errors);
    }

    /** Returns the exception in the caller's words; the same where it names nothing. */
    Exception asSent(Exception e, HttpServletRequest request, HandlerMethod handler) {
        if (e instanceof MethodArgumentNotValidException invalid) {
            return new MethodArgumentNotValidException(
                    invalid.getParameter(),
                    words(handler, names(request)).of(invalid.getParameter(), invalid.getBindingResult()));
        }
        if (e instanceof HandlerMethodValidationException invalid && !invalid.isForReturnValue()) {
            return words(handler, names(request)).of(invalid);
        }
        if (e instanceof MissingServletRequestParameterException missing && missing.getMethodParameter() != null) {
            return new MissingServletRequestParameterException(
                    words(handler, names(request)).of(missing.getParameterName()),
                    missing.getMethodParameter(),
                    missing.isMissingAfterConversion());
        }
        if (e instanceof MissingServletRequestPartException missing) {
            return new MissingServletRequestPartException(
                    words(handler, names(request)).of(missing.getRequestPartName()));
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return new MethodArgumentTypeMismatchException(
                    mismatch.getValue(),
                    mismatch.getRequiredType(),
                    words(handler, names(request)).of(mismatch.getName()),
                    mismatch.getParameter(),
                    mismatch.getCause());
        }
        return e;
    }

    private ErrorWords words(@Nullable HandlerMethod handler, Set<String> names) {
        return new ErrorWords(fields, parameters, handler, RequestClient.view(), RequestClient.sent(), names);
    }

    private static Set<String> names(HttpServletRequest request) {
        Set<String> names = new HashSet<>(request.getParameterMap().keySet());
        MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (multipart != null) {
            names.addAll(multipart.getMultiFileMap().keySet());
        }
        return names;
    }
}
