package dev.seamless.web;

import dev.seamless.json.RenameConflictException;
import dev.seamless.json.RenamedFieldException;
import dev.seamless.json.RetiredNameException;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a body whose renamed field cannot be taken with 400 and a problem detail (RFC 9457) that names both fields, and
 * never a value. It comes before the application's own advice, which sees an unreadable body; Spring finds it by the cause
 * of what the stack throws.
 *
 * <p>A client tells the problems apart by their type: {@value #CONFLICT}, {@value #RETIRED}, {@value #INCONVERTIBLE}.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RenameProblems {

    /** Both names of a field carry values, and these differ. */
    public static final String CONFLICT = "urn:seamless:problem:rename-conflict";

    /** The old name of a field is no longer accepted. */
    public static final String RETIRED = "urn:seamless:problem:old-name-retired";

    /** The value under the old name of a field has no form under the new one. */
    public static final String INCONVERTIBLE = "urn:seamless:problem:old-value-inconvertible";

    /** Returns the problem detail; its detail, {@code oldName} and {@code newName} name the fields. */
    @ExceptionHandler
    public ProblemDetail problem(RenamedFieldException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getOriginalMessage() + ".");
        if (e instanceof RenameConflictException) {
            problem.setType(URI.create(CONFLICT));
            problem.setTitle("Two names of one field differ");
        } else if (e instanceof RetiredNameException) {
            problem.setType(URI.create(RETIRED));
            problem.setTitle("The name of a field has changed");
        } else {
            problem.setType(URI.create(INCONVERTIBLE));
            problem.setTitle("The format of a field has changed");
        }
        problem.setProperty("oldName", e.oldName());
        problem.setProperty("newName", e.newName());
        return problem;
    }

    /** Returns the problem detail of a parameter. */
    @ExceptionHandler
    public ProblemDetail problem(RenamedParameterException e) {
        return e.getBody();
    }
}
