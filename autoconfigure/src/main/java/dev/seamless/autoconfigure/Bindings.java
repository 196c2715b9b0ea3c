package dev.seamless.autoconfigure;

import dev.seamless.web.ParameterBinding;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;

/** How the application binds its parameters: what it resolves itself, which types are its own, and what it accepts. */
final class Bindings {

    private Bindings() {}

    static ParameterBinding of(Predicate<MethodParameter> elsewhere, BeanFactory beans, Environment environment) {
        return new ParameterBinding(
                elsewhere, ScannedPackages.holding(beans, environment), AcceptedNames.in(environment)::contains);
    }
}
