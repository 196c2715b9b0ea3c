package dev.seamless.neighbours.hal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring HATEOAS as Boot sets it up on each stack: a DTO inside of a HAL document has the names of its client. */
class HalTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void servesEachClientItsShapeInHal(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = Stacks.start(
                HalApplication.class,
                stack,
                Stacks.accepting(),
                "--seamless.renames.user-bio.api=both",
                "--seamless.renames.user-bio.cutoff.ios=1.5.0",
                "--seamless.gate.platforms.ios.minimum=1.4.0",
                "--seamless.gate.platforms.ios.latest=1.6.0")) {
            for (String path : new String[] {"/one", "/many"}) {
                assertThat(hal(context, path, "ios/1.4.0"))
                        .contains("\"bio\":\"x\"", "_links")
                        .doesNotContain("description");
                assertThat(hal(context, path, "ios/1.5.0"))
                        .contains("\"description\":\"x\"", "_links")
                        .doesNotContain("bio");
                assertThat(hal(context, path, "")).contains("\"bio\":\"x\"", "\"description\":\"x\"", "_links");
            }
            assertThat(Stacks.get(context, "/plain", "x-version", "ios/1.4.0")).isEqualTo("{\"id\":9,\"bio\":\"x\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void servesTheOldNameInHalBeforeTheRename(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = Stacks.start(HalApplication.class, stack, Stacks.accepting())) {
            assertThat(hal(context, "/one", "")).contains("\"bio\":\"x\"").doesNotContain("description");
        }
    }

    private static String hal(ConfigurableApplicationContext context, String path, String version) {
        return Stacks.get(context, path, "Accept", "application/hal+json", "x-version", version)
                .replaceAll("\\s", "");
    }
}
