package dev.seamless.neighbours.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
    @ValueSource(
            strings = {
                "--seamless.renames.user-bio.api=new",
                "--spring.data.rest.detection-strategy=annotated",
                "--seamless.accept-converters[1]=dev.seamless.neighbours.rest.Person"
            })
    void startsWhereTheRenameIsOverOrNothingIsExportedOrItIsAccepted(String argument) {
        try (ConfigurableApplicationContext context = start(argument)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String argument) {
        return new SpringApplicationBuilder(RestApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        Stacks.ACCEPT_YAML.replace("converters=", "converters[0]="),
                        "--spring.datasource.url=jdbc:h2:mem:rest",
                        "--spring.jpa.hibernate.ddl-auto=create-drop",
                        "--spring.jpa.open-in-view=false",
                        argument);
    }
}
