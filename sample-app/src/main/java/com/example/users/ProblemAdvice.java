package com.example.users;

import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Answers what a client got wrong with a problem detail (RFC 9457). */
@RestControllerAdvice
@Order(0)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail unknownUser(UnknownUserException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail takenHandle(DataIntegrityViolationException taken) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Another user has this handle.");
    }

    /**
     * Whether the transaction was committed is not known. Without this Spring MVC takes a database that hangs up for a client
     * that has, and answers 200 (spring-framework#34481).
     */
    @ExceptionHandler
    ProblemDetail lostDatabase(TransactionException lost) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached.");
    }

    @ExceptionHandler
    ProblemDetail unknownSort(PropertyReferenceException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Users cannot be sorted by that.");
    }

    @ExceptionHandler({StreamReadException.class, MismatchedInputException.class})
    ProblemDetail unreadablePatch(JacksonException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Failed to read request");
    }

    @ExceptionHandler
    ProblemDetail invalidPatch(ConstraintViolationException invalid) {
        Map<String, String> errors = new TreeMap<>();
        invalid.getConstraintViolations()
                .forEach(each -> errors.put(each.getPropertyPath().toString(), each.getMessage()));
        return withErrors(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Invalid request content."), errors);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = new TreeMap<>();
        invalid.getFieldErrors().forEach(each -> errors.put(each.getField(), each.getDefaultMessage()));
        return handleExceptionInternal(invalid, withErrors(invalid.getBody(), errors), headers, status, request);
    }

    private static ProblemDetail withErrors(ProblemDetail problem, Map<String, String> errors) {
        problem.setProperty("errors", errors);
        return problem;
    }
}
