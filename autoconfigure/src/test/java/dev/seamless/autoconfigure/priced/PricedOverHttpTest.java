package dev.seamless.autoconfigure.priced;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code price_cents}, an integer, becoming {@code price}, a decimal, over real HTTP on each stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PricedOverHttpTest {

    private final Map<String, ConfigurableApplicationContext> applications = new HashMap<>();

    @AfterAll
    void stop() {
        applications.values().forEach(ConfigurableApplicationContext::close);
    }

    static Stream<Arguments> cells() {
        return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
                .flatMap(stack -> Arrays.stream(ApiPhase.values())
                        .flatMap(phase -> Stream.of("/record", "/bean").map(path -> Arguments.of(stack, phase, path))));
    }

    static Stream<Arguments> acceptingCells() {
        return cells().filter(cell -> ((ApiPhase) cell.get()[1]).acceptsOld());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesEachNameInItsOwnType(WebApplicationType stack, ApiPhase phase, String path) {
        assertThat(post(stack, phase, path, "{'price':12.5}").getResponseBody()).isEqualTo(served(phase));
        assertThat(post(stack, phase, path, "{'price':null}").getResponseBody())
                .isEqualTo(served(phase).replace("1250", "null").replace("12.5", "null"));
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void takesEitherNameAndBothThatAgreeInOneDirection(WebApplicationType stack, ApiPhase phase, String path) {
        assertThat(post(stack, phase, path, "{'price_cents':1250}")
                        .getResponseBody()
                        .replace("12.50", "12.5"))
                .isEqualTo(served(phase));
        assertThat(post(stack, phase, path, "{'price':12.5,'price_cents':1250}").getResponseBody())
                .isEqualTo(served(phase));
        assertThat(post(stack, phase, path, "{'price_cents':1250,'price':12.504}")
                        .getResponseBody())
                .as("the same cents, so the finer value is meant")
                .isEqualTo(served(phase).replace("12.5", "12.504"));
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void answersValuesThatDiffer(WebApplicationType stack, ApiPhase phase, String path) {
        assertProblem(post(stack, phase, path, "{'price':4711.5,'price_cents':4711}"), "rename-conflict");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void answersAnOldValueWithoutANewForm(WebApplicationType stack, ApiPhase phase, String path) {
        assertProblem(post(stack, phase, path, "{'price_cents':-4711}"), "old-value-inconvertible");
        assertProblem(post(stack, phase, path, "{'price':1,'price_cents':-4711}"), "old-value-inconvertible");
        for (String value : new String[] {"'4711x'", "{'a':4711}", "[4711]", "4711471147114711471147114711"}) {
            EntityExchangeResult<String> answer = post(stack, phase, path, "{'price_cents':" + value + "}");
            assertThat(answer.getStatus().value()).as(value).isEqualTo(400);
            assertThat(answer.getResponseBody()).doesNotContain("4711");
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersTheRetiredName(WebApplicationType stack, ApiPhase phase, String path) {
        if (phase == ApiPhase.NEW) {
            assertProblem(post(stack, phase, path, "{'price_cents':4711}"), "old-name-retired");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void servesAKnownClientTheTypeThatItKnows(WebApplicationType stack) {
        assertThat(post(stack, ApiPhase.BOTH, "/record", "{'price':12.5}", "ios/1.4.0")
                        .getResponseBody())
                .isEqualTo("{\"price_cents\":1250}");
        assertThat(post(stack, ApiPhase.BOTH, "/record", "{'price_cents':1250}", "ios/1.5.0")
                        .getResponseBody())
                .isEqualTo("{\"price\":12.50}");
    }

    private static String served(ApiPhase phase) {
        return switch (phase) {
            case OLD -> "{\"price_cents\":1250}";
            case BOTH -> "{\"price\":12.5,\"price_cents\":1250}";
            case SERVE_NEW, NEW -> "{\"price\":12.5}";
        };
    }

    private static void assertProblem(EntityExchangeResult<String> answer, String type) {
        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(answer.getResponseBody())
                .contains("urn:seamless:problem:" + type, "'price_cents'", "'price'")
                .doesNotContain("4711");
    }

    private EntityExchangeResult<String> post(
            WebApplicationType stack, ApiPhase phase, String path, String body, String... version) {
        ConfigurableApplicationContext application =
                applications.computeIfAbsent(stack + " " + phase, name -> start(stack, phase));
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
                .build()
                .post()
                .uri(path)
                .header("x-version", version)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace('\'', '"'))
                .exchange()
                .returnResult(String.class);
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, ApiPhase phase) {
        String property = phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new SpringApplicationBuilder(Application.class)
                .web(stack)
                .properties(
                        phase == ApiPhase.BOTH
                                ? Map.of(
                                        "seamless.renames.item-price.cutoff.ios", "1.5.0",
                                        "seamless.gate.platforms.ios.minimum", "1.4.0",
                                        "seamless.gate.platforms.ios.latest", "1.6.0")
                                : Map.of())
                .run(
                        "--server.port=0",
                        "--spring.jackson.property-naming-strategy=SNAKE_CASE",
                        "--seamless.renames.item-price.api=" + property,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    record Item(
            @Renamed(id = "item-price", from = "priceCents", converter = CentsToDecimal.class)
            BigDecimal price) {}

    static class ItemBean {
        @Renamed(id = "item-price", from = "priceCents", converter = CentsToDecimal.class)
        public BigDecimal price;
    }

    static class CentsToDecimal implements RenameConverter<Integer, BigDecimal> {
        @Override
        public BigDecimal toNew(Integer cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("Not a price: " + cents);
            }
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Integer toOld(BigDecimal price) {
            return price.movePointRight(2).intValue();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Application {

        @PostMapping("/record")
        Item take(@RequestBody Item item) {
            return item;
        }

        @PostMapping("/bean")
        ItemBean take(@RequestBody ItemBean item) {
            return item;
        }
    }
}
