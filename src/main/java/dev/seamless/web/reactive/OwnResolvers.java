package dev.seamless.web.reactive;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** The argument resolvers that an application adds to those of Spring WebFlux, which does not tell them itself. */
public final class OwnResolvers {

    private final List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();

    /** Asks the given configurers for theirs. */
    public OwnResolvers(Iterable<WebFluxConfigurer> configurers) {
        ArgumentResolverConfigurer told = new ArgumentResolverConfigurer() {
            @Override
            public void addCustomResolver(HandlerMethodArgumentResolver... own) {
                resolvers.addAll(List.of(own));
            }
        };
        configurers.forEach(configurer -> configurer.configureArgumentResolvers(told));
    }

    /** Whether one of them takes the parameter. */
    public boolean take(MethodParameter parameter) {
        return resolvers.stream().anyMatch(resolver -> resolver.supportsParameter(parameter));
    }
}
