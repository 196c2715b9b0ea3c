package dev.seamless.autoconfigure.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Bodies, queries and problems under both names, on each stack as Spring Boot sets it up. */
class BothStacksTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void servesAndTakesBothNames(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StacksApplication.class)
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.item-label.api=both",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")) {
            RestTestClient client = RestTestClient.bindToServer()
                    .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                    .build();
            String both = "{\"title\":\"x\",\"label\":\"x\"}";
            assertThat(post(client, "{\"label\":\"x\"}")).isEqualTo(both);
            assertThat(post(client, "{\"title\":\"x\"}")).isEqualTo(both);
            assertThat(post(client, "{\"label\":\"x\",\"title\":\"y\"}"))
                    .contains("urn:seamless:problem:rename-conflict", "\"oldName\":\"label\"", "'title'");
            assertThat(get(client, "/query?label=x")).isEqualTo(both);
            assertThat(get(client, "/query?label=x&title=y")).contains("urn:seamless:problem:rename-conflict");
        }
    }

    private static String post(RestTestClient client, String body) {
        return client.post()
                .uri("/body")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private static String get(RestTestClient client, String uri) {
        return client.get().uri(uri).exchange().returnResult(String.class).getResponseBody();
    }
}
