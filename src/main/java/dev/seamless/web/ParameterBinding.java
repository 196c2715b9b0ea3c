package dev.seamless.web;

import java.util.function.Predicate;
import org.springframework.core.MethodParameter;

/**
 * How an application binds objects from parameters, as far as Spring does not decide it from a method's signature.
 *
 * @param elsewhere whether a resolver of the application's own takes a parameter that Spring would bind otherwise
 * @param inspected whether to look into a type at the start: into those that may declare renames
 * @param accepted whether the application accepts knowingly that what has a converter is not bound under its old name, in
 *     the type whose class name is given
 */
public record ParameterBinding(
        Predicate<MethodParameter> elsewhere, Predicate<Class<?>> inspected, Predicate<String> accepted) {

    /** Spring's own: nothing is resolved elsewhere, nothing accepted. */
    public static final ParameterBinding PLAIN = new ParameterBinding(parameter -> false, type -> true, type -> false);

    /** What names attributes and binds nothing: a path to sort by. */
    static final ParameterBinding NONE = new ParameterBinding(parameter -> true, type -> false, type -> true);
}
