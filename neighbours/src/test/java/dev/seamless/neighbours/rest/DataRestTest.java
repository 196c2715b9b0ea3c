package dev.seamless.neighbours.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Spring Data REST, which no client's view reaches: what it exports must have no open rename. */
class DataRestTest {

    @ParameterizedTest
    @ValueSource(strings = {"old", "both", "serve-new"})
    void stopsTheStartWhereAnExportedEntityHasAnOpenRename(String phase) {
        assertThatThrownBy(() -> start("--seamless.renames.user-bio.api=" + phase))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(
                        "Spring Data REST",
                        Person.class.getName(),
                        Person.Profile.class.getName(),
                        "user-bio",
                        "seamless.accept-converters: " + Person.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seamless.renames.user-bio.api=new", "--spring.data.rest.detection-strategy=annotated"})
    void startsWhereTheRenameIsOverOrNothingIsExported(String argument) {
        try (ConfigurableApplicationContext context = start(argument)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void startsWhereItIsAccepted() {
        try (ConfigurableApplicationContext context = start(Stacks.accepting(Person.class.getName()))) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void servesEachClientOfARepositoryRestControllerItsShape() {
        try (ConfigurableApplicationContext context = start(
                "--spring.data.rest.detection-strategy=annotated",
                "--seamless.renames.leader-bio.api=both",
                "--seamless.renames.leader-bio.cutoff.ios=1.5.0",
                "--seamless.gate.platforms.ios.minimum=1.4.0",
                "--seamless.gate.platforms.ios.latest=1.6.0")) {
            for (String path : new String[] {"/teams/leader", "/teams/leader-model"}) {
                assertThat(Stacks.get(context, path, "x-version", "ios/1.4.0"))
                        .contains("\"bio\"")
                        .doesNotContain("description");
                assertThat(Stacks.get(context, path, "x-version", "ios/1.5.0"))
                        .contains("\"description\"")
                        .doesNotContain("bio");
                assertThat(Stacks.get(context, path)).contains("\"bio\"", "\"description\"");
            }
            assertThat(post(context, "{\"id\":9,\"bio\":\"y\"}")).contains("\"bio\" : \"y\"");
            assertThat(post(context, "{\"id\":9,\"bio\":\"SECRET\",\"description\":\"z\"}"))
                    .contains("rename-conflict")
                    .doesNotContain("SECRET");
        }
    }

    private static String post(ConfigurableApplicationContext context, String body) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .post()
                .uri("/teams/leader")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(RestApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        Stacks.accepting().substring("--".length()),
                        "spring.datasource.url=jdbc:h2:mem:rest",
                        "spring.jpa.hibernate.ddl-auto=create-drop",
                        "spring.jpa.open-in-view=false")
                .run(arguments);
    }
}
