package dev.seamless.autoconfigure.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.metrics.dropwizard.CodaHaleMetricsTracker;
import dev.seamless.RefusedException;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import reactor.core.publisher.Mono;

/** Which types are looked into at the start: those that Spring binds from parameters, as far as they are the application's own. */
class BoundTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void leavesAloneWhatTheApplicationResolvesItself(WebApplicationType stack) {
        Class<?> resolvers = stack == WebApplicationType.SERVLET ? Resolving.class : ReactiveResolving.class;
        try (ConfigurableApplicationContext context = start(stack, "", resolvers)) {
            assertThat(get(context, "/current?secret=x&name=x&title=y")).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void refusesAConverterUnlessItsTypeIsAccepted(WebApplicationType stack) {
        assertThatThrownBy(() -> start(stack, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("Current.hidden", "converter", "current-hidden")
                .satisfies(refused -> {
                    String accepted =
                            ((RefusedException) refused).action().replaceAll("(?s).*converters: (.*)\\.$", "$1");
                    try (ConfigurableApplicationContext context = start(stack, accepted)) {
                        assertThat(get(context, "/current?name=x&secret=x")).isEqualTo("x");
                        assertThat(get(context, "/current?title=y")).isEqualTo("y");
                    }
                });
    }

    /** It has fields of a library that is not there, as Spring would find when it is bound. */
    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void doesNotLookIntoWhatOthersMade(WebApplicationType stack) {
        assertThatThrownBy(CodaHaleMetricsTracker.class::getDeclaredFields).isInstanceOf(NoClassDefFoundError.class);
        try (ConfigurableApplicationContext context = start(stack, Current.class.getName(), Tracking.class)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, String accepted, Class<?>... parts) {
        return new SpringApplicationBuilder(BoundApplication.class)
                .sources(parts)
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.current-name.api=both",
                        "--seamless.accept-converters=" + accepted,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    private static String get(ConfigurableApplicationContext context, String uri) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri(uri)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class BoundApplication {
        @GetMapping("/current")
        String current(Current current) {
            return current.name;
        }
    }

    public static class Current {
        @Renamed(id = "current-name", from = "title")
        public String name;

        @Renamed(id = "current-hidden", from = "secret", converter = Reversing.class)
        public String hidden;

        public void setName(String name) {
            this.name = name;
        }
    }

    public static class Reversing implements RenameConverter<String, String> {
        @Override
        public String toNew(String old) {
            return new StringBuilder(old).reverse().toString();
        }

        @Override
        public String toOld(String current) {
            return toNew(current);
        }
    }

    @RestController
    static class Tracking {
        @GetMapping("/tracking")
        String tracking(Tracked tracked) {
            return "";
        }
    }

    static class Tracked {
        public CodaHaleMetricsTracker tracker;
    }

    private static Current ada() {
        Current ada = new Current();
        ada.name = "ada";
        return ada;
    }

    @Configuration(proxyBeanMethods = false)
    static class Resolving implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Resolver());
        }
    }

    static class Resolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Current.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return ada();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ReactiveResolving implements WebFluxConfigurer {
        @Override
        public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
            configurer.addCustomResolver(
                    new org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver() {
                        @Override
                        public boolean supportsParameter(MethodParameter parameter) {
                            return parameter.getParameterType() == Current.class;
                        }

                        @Override
                        public Mono<Object> resolveArgument(
                                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
                            return Mono.just(ada());
                        }
                    });
        }
    }
}
