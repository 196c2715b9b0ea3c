package dev.seamless.neighbours.mapping.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A DTO that a generator writes, with the annotation on a mixin. */
class GeneratedDtoTest {

    @Test
    void hasBothNames() {
        try (ConfigurableApplicationContext context = Stacks.start(
                Application.class,
                WebApplicationType.SERVLET,
                Stacks.accepting(),
                "--seamless.renames.user-bio.api=both")) {
            for (String name : new String[] {"bio", "description"}) {
                assertThat(RestTestClient.bindToServer()
                                .baseUrl("http://localhost:"
                                        + context.getEnvironment().getProperty("local.server.port"))
                                .build()
                                .post()
                                .uri("/users")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{\"" + name + "\":\"x\"}")
                                .exchange()
                                .returnResult(String.class)
                                .getResponseBody())
                        .isEqualTo("{\"bio\":\"x\",\"description\":\"x\"}");
            }
        }
    }

    public static class GeneratedUser {
        private String description;

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }
    }

    abstract static class GeneratedUserMixin {
        @Renamed(id = "user-bio", from = "bio")
        String description;
    }

    @RestController
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        JsonMapperBuilderCustomizer renamedDtos() {
            return builder -> builder.addMixIn(GeneratedUser.class, GeneratedUserMixin.class);
        }

        @PostMapping("/users")
        GeneratedUser post(@RequestBody GeneratedUser user) {
            return user;
        }
    }
}
