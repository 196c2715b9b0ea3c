package dev.seamless.autoconfigure.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.SeamlessAutoConfiguration;
import dev.seamless.autoconfigure.SeamlessJacksonAutoConfiguration;
import dev.seamless.autoconfigure.SeamlessWebFluxAutoConfiguration;
import dev.seamless.web.reactive.CallerProblems;
import dev.seamless.web.reactive.ExchangeErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;

/** Spring's problem details, and an advice of the application's own, in the caller's words. */
class ProblemsTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void anAdviceOfTheApplicationReadsTheCallersNames(WebApplicationType stack) {
        Class<?> advice = stack == WebApplicationType.SERVLET ? OwnAdvice.class : OwnReactiveAdvice.class;
        SpringApplicationBuilder application = new SpringApplicationBuilder(WordsApplication.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(advice));
        try (ConfigurableApplicationContext context = start(application, stack, false)) {
            assertThat(post(context, "{\"bio\":\"long\"}")).isEqualTo("[\"bio size must be between 0 and 3\"]");
            assertThat(post(context, "{\"description\":\"long\"}"))
                    .isEqualTo("[\"description size must be between 0 and 3\"]");
            assertThat(get(context, "/number")).isEqualTo("years");
            assertThat(get(context, "/parameter?bio=long")).contains("bio").doesNotContain("description");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void problemDetailsReadTheCallersNames(WebApplicationType stack) {
        String code = "problemDetail."
                + (stack == WebApplicationType.SERVLET
                        ? MethodArgumentNotValidException.class.getName()
                        : WebExchangeBindException.class.getName());
        SpringApplicationBuilder application = new SpringApplicationBuilder(WordsApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("messageSource", OneMessage.class, () -> new OneMessage(code)));
        try (ConfigurableApplicationContext context = start(application, stack, true)) {
            assertThat(post(context, "{\"bio\":\"long\"}"))
                    .contains("\"detail\":\"", "bio is too long")
                    .doesNotContain("description");
            assertThat(post(context, "{\"description\":\"long\"}"))
                    .contains("description is too long")
                    .doesNotContain("bio");
            assertThat(get(context, "/number")).contains("'years'").doesNotContain("age'");
        }
    }

    @Test
    void anAdviceOfTheApplicationThatWordsProblemDetailsWins() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessJacksonAutoConfiguration.class,
                        SeamlessWebFluxAutoConfiguration.class,
                        WebFluxAutoConfiguration.class,
                        JacksonAutoConfiguration.class))
                .withPropertyValues(
                        "spring.webflux.problemdetails.enabled=true",
                        "seamless.scan-packages=dev.seamless.autoconfigure.words")
                .withBean("own", ResponseEntityExceptionHandler.class, () -> new ResponseEntityExceptionHandler() {})
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ResponseEntityExceptionHandler.class)
                        .doesNotHaveBean(CallerProblems.class));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "dev.seamless.autoconfigure.words, true"})
    void theProblemDetailsOfBootStayWhereNothingIsRenamed(String scanned, boolean inWords) {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessJacksonAutoConfiguration.class,
                        SeamlessWebFluxAutoConfiguration.class,
                        WebFluxAutoConfiguration.class,
                        JacksonAutoConfiguration.class))
                .withPropertyValues("spring.webflux.problemdetails.enabled=true", "seamless.scan-packages=" + scanned)
                .run(context -> assertThat(
                                context.getBean(ResponseEntityExceptionHandler.class) instanceof CallerProblems)
                        .isEqualTo(inWords));
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void everyAdviceCanBeProxiedByItsClass(WebApplicationType stack) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(WordsApplication.class, Proxies.class);
        try (ConfigurableApplicationContext context = start(application, stack, true)) {
            assertThat(context.getBeansWithAnnotation(ControllerAdvice.class).values())
                    .isNotEmpty()
                    .allMatch(AopUtils::isCglibProxy);
            assertThat(post(context, "{\"bio\":\"a\",\"description\":\"b\"}"))
                    .contains("urn:seamless:problem:rename-conflict");
            assertThat(get(context, "/number")).contains("'years'").doesNotContain("age'");
        }
    }

    /** An aspect over all advices. */
    @Configuration(proxyBeanMethods = false)
    static class Proxies {
        @Bean
        static DefaultAdvisorAutoProxyCreator proxies() {
            DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
            creator.setProxyTargetClass(true);
            return creator;
        }

        @Bean
        static Advisor aroundAdvices() {
            return new DefaultPointcutAdvisor(
                    new AnnotationMatchingPointcut(ControllerAdvice.class, true),
                    (MethodInterceptor) MethodInvocation::proceed);
        }
    }

    /** An application that words Spring's problem details itself, with the errors in them. */
    static class OneMessage extends StaticMessageSource {
        OneMessage(String code) {
            addMessage(code, Locale.ENGLISH, "Wrong: {0}{1}");
            addMessage("Size", Locale.ENGLISH, "{0} is too long");
            setUseCodeAsDefaultMessage(false);
        }
    }

    @RestControllerAdvice
    static class OwnAdvice {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        String missing(MissingServletRequestParameterException e) {
            return e.getParameterName();
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        List<String> invalid(HandlerMethodValidationException e) {
            return codes(e);
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        List<String> invalid(MethodArgumentNotValidException e) {
            return texts(e.getFieldErrors().stream());
        }
    }

    @RestControllerAdvice
    static class OwnReactiveAdvice {

        private final ExchangeErrors errors;

        OwnReactiveAdvice(ExchangeErrors errors) {
            this.errors = errors;
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        String missing(MissingRequestValueException e, ServerWebExchange exchange) {
            return errors.asSent(e, exchange).getName();
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        List<String> invalid(HandlerMethodValidationException e, ServerWebExchange exchange) {
            return codes(errors.asSent(e, exchange));
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        List<String> invalid(WebExchangeBindException e) {
            return texts(e.getFieldErrors().stream());
        }
    }

    private static List<String> texts(Stream<FieldError> errors) {
        return errors.map(error -> error.getField() + " " + error.getDefaultMessage())
                .toList();
    }

    private static List<String> codes(HandlerMethodValidationException e) {
        return e.getAllErrors().stream()
                .flatMap(error -> Arrays.stream(error.getCodes()))
                .toList();
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder application, WebApplicationType stack, boolean problemDetails) {
        return application
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.member-bio.api=both",
                        "--spring.mvc.problemdetails.enabled=" + problemDetails,
                        "--spring.webflux.problemdetails.enabled=" + problemDetails,
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
                .header("Accept-Language", "en")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private static String post(ConfigurableApplicationContext context, String body) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .post()
                .uri("/body")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }
}
