package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.web.reactive.CallerProblems;
import dev.seamless.web.reactive.ExchangeErrors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;

/**
 * Puts the problem details of Spring WebFlux that Boot enables in the words of the caller, where there is a rename; before
 * proxies are made, and after the context was told to the bean.
 */
record WordedProblems(ObjectProvider<Renames> renames, ObjectProvider<ExchangeErrors> errors, MessageSource messages)
        implements BeanPostProcessor {

    private static final String OF_BOOT =
            "org.springframework.boot.webflux.autoconfigure.ProblemDetailsExceptionHandler";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (!bean.getClass().getName().equals(OF_BOOT) || renames.getObject().isEmpty()) {
            return bean;
        }
        CallerProblems problems = new CallerProblems(errors.getObject());
        problems.setMessageSource(messages);
        return problems;
    }
}
