package dev.seamless.autoconfigure.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.gate.Platform;
import dev.seamless.gate.Version;
import dev.seamless.gate.VersionPolicy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The gate as Spring Boot sets it up on each stack, and what of its configuration stops the start. */
class GateOnBothStacksTest {

    private static final String LATEST = "--seamless.gate.platforms.ios.latest=1.6.0";
    private static final String MINIMUM = "--seamless.gate.platforms.ios.minimum=1.4.0";
    private static final String CUTOFF = "--seamless.renames.item-label.cutoff.ios=1.5.0";

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void servesEachClientWhatItKnowsAndStopsTheOutdated(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = start(stack, LATEST, MINIMUM, CUTOFF)) {
            RestTestClient client = client(context);
            assertThat(post(client, "ios/1.4.0").getResponseBody()).isEqualTo("{\"label\":\"x\"}");
            assertThat(post(client, "ios/1.5.0").getResponseBody()).isEqualTo("{\"title\":\"x\"}");
            assertThat(post(client, "nonsense").getResponseBody()).isEqualTo("{\"title\":\"x\",\"label\":\"x\"}");
            HttpHeaders headers = post(client, "ios/1.4.0").getResponseHeaders();
            assertThat(headers.getFirst("x-min-version")).isEqualTo("1.4.0");
            assertThat(headers.getFirst("x-latest-version")).isEqualTo("1.6.0");
            assertThat(headers.getVary()).contains("x-version");
            assertThat(headers.getFirst("Deprecation")).startsWith("@");

            EntityExchangeResult<String> refused = post(client, "ios/1.3.0");
            assertThat(refused.getStatus().value()).isEqualTo(426);
            assertThat(refused.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(refused.getResponseBody()).contains("urn:seamless:problem:client-upgrade-required");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void errorsCarryTheHeadersAndPreflightsPass(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = start(stack, LATEST, MINIMUM, CUTOFF)) {
            RestTestClient client = client(context);
            EntityExchangeResult<String> missing = client.get()
                    .uri("/nowhere")
                    .header("x-version", "ios/1.5.0")
                    .exchange()
                    .returnResult(String.class);
            assertThat(missing.getStatus().value()).isEqualTo(404);
            assertThat(missing.getResponseHeaders().getFirst("x-min-version")).isEqualTo("1.4.0");

            HttpHeaders preflight = client.method(HttpMethod.OPTIONS)
                    .uri("/body")
                    .header("Origin", "http://other.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("x-version", "ios/1.0.0")
                    .exchange()
                    .returnResult(String.class)
                    .getResponseHeaders();
            assertThat(preflight.getFirst("x-min-version")).isNull();
            assertThat(preflight.getVary()).doesNotContain("x-version");
        }
    }

    @Test
    void aPolicyOfTheApplicationMovesTheFloorWithoutADeploy() {
        AtomicReference<String> floor = new AtomicReference<>("1.4.0");
        VersionPolicy policy = () -> Map.of("ios", new Platform(Version.of(floor.get()), Version.of("1.6.0")));
        SpringApplicationBuilder application = new SpringApplicationBuilder(StacksApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(VersionPolicy.class, () -> policy));
        try (ConfigurableApplicationContext context = start(application, WebApplicationType.SERVLET, CUTOFF)) {
            RestTestClient client = client(context);
            assertThat(post(client, "ios/1.4.0").getStatus().value()).isEqualTo(200);
            floor.set("1.5.0");
            assertThat(post(client, "ios/1.4.0").getStatus().value()).isEqualTo(426);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.1,   1.6.0, '', 'seamless.gate.platforms.ios.minimum', 'quote it'",
        "1.4.0, 1.6,   '', 'seamless.gate.platforms.ios.latest', 'quote it'",
        "1.7.0, 1.6.0, '', 'above', 'Lower the minimum'",
        "1.4.0, 1.6.0, '--seamless.renames.item-label.cutoff.tv=1.0.0', \"'tv'\", 'seamless.gate.platforms.tv'",
        "1.4.0, 1.6.0, '--seamless.renames.item-label.cutoff.ios=1.5', 'cutoff.ios', 'quote it'",
        "1.4.0, 1.6.0, '--spring.mvc.apiversion.use.header=X-Version', 'same header', 'another header'",
        "1.4.0, 1.6.0, '--seamless.gate.unknown=olt', \"'olt'\", \"'old'\"",
        "1.4.0, 1.6.0, '--seamless.gate.plattforms.ios.minimum=1.4.0', 'does not exist', 'seamless.gate.platforms.ios.minimum'"
    })
    void contradictionsStopTheStart(String minimum, String latest, String more, String what, String remedy) {
        assertThatThrownBy(() -> start(
                                WebApplicationType.SERVLET,
                                "--seamless.gate.platforms.ios.minimum=" + minimum,
                                "--seamless.gate.platforms.ios.latest=" + latest,
                                more)
                        .close())
                .rootCause()
                .hasMessageContainingAll(what.replace("\"", ""), remedy.replace("\"", ""));
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, String... arguments) {
        return start(new SpringApplicationBuilder(StacksApplication.class), stack, arguments);
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder application, WebApplicationType stack, String... arguments) {
        return application
                .web(stack)
                .properties(
                        "server.port=0",
                        "seamless.renames.item-label.api=both",
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
                .run(arguments);
    }

    private static RestTestClient client(ConfigurableApplicationContext context) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build();
    }

    private static EntityExchangeResult<String> post(RestTestClient client, String version) {
        return client.post()
                .uri("/body")
                .header("x-version", version)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"label\":\"x\"}")
                .exchange()
                .returnResult(String.class);
    }
}
