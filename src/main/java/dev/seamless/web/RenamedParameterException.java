package dev.seamless.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Says that what the parameters of a request say about a renamed one cannot be taken. Answered with 400 and a problem detail
 * of the types of {@link RenameProblems}; carries names, and never a value.
 */
public final class RenamedParameterException extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private RenamedParameterException(String type, String title, String detail, String oldName, String newName) {
        super(HttpStatus.BAD_REQUEST, problem(type, title, detail, oldName, newName), null);
    }

    static RenamedParameterException conflict(String oldPath, String newPath) {
        String oldName = withoutKeys(oldPath);
        String newName = withoutKeys(newPath);
        return new RenamedParameterException(
                RenameProblems.CONFLICT,
                "Two names of one parameter differ",
                "The parameters '" + oldName + "' and '" + newName + "' are two names of one parameter, and differ.",
                oldName,
                newName);
    }

    static RenamedParameterException retired(String oldPath, String newPath) {
        String oldName = withoutKeys(oldPath);
        String newName = withoutKeys(newPath);
        return new RenamedParameterException(
                RenameProblems.RETIRED,
                "The name of a parameter has changed",
                "The parameter '" + oldName + "' is now called '" + newName + "'.",
                oldName,
                newName);
    }

    /** An index or a key in a path is the client's. */
    private static String withoutKeys(String path) {
        StringBuilder names = new StringBuilder();
        int depth = 0;
        for (char c : path.toCharArray()) {
            depth -= c == ']' && depth > 0 ? 1 : 0;
            if (depth == 0) {
                names.append(c);
            }
            depth += c == '[' ? 1 : 0;
        }
        return names.toString();
    }

    private static ProblemDetail problem(String type, String title, String detail, String oldName, String newName) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setType(URI.create(type));
        problem.setTitle(title);
        problem.setProperty("oldName", oldName);
        problem.setProperty("newName", newName);
        return problem;
    }
}
