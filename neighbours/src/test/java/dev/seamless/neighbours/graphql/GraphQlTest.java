package dev.seamless.neighbours.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.Renamed;
import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Controller;

/** Spring for GraphQL, which reads attributes by their name in Java: an old field must not silently be empty. */
class GraphQlTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void stopsTheStartWhereNothingServesAnOldField(WebApplicationType stack) {
        assertThatThrownBy(() -> start(Unmapped.class, stack))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("GraphQL", "User.bio", "user-bio", "seamless.accept-converters: User.bio");
    }

    @Test
    void startsWhereItIsAccepted() {
        try (ConfigurableApplicationContext context = start(Unmapped.class, WebApplicationType.REACTIVE, "User.bio")) {
            assertThat(answer(context)).isEqualTo("{user={bio=null, description=x}}");
        }
    }

    @Test
    void startsWhereTheOldFieldIsMapped() {
        try (ConfigurableApplicationContext context = start(Mapped.class, WebApplicationType.SERVLET)) {
            assertThat(answer(context)).isEqualTo("{user={bio=x, description=x}}");
        }
    }

    private static String answer(ConfigurableApplicationContext context) {
        return context.getBean(ExecutionGraphQlService.class)
                .execute(
                        new DefaultExecutionGraphQlRequest("{ user { bio description } }", null, null, null, "1", null))
                .block()
                .getExecutionResult()
                .getData()
                .toString();
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType stack, String... accepted) {
        return Stacks.start(
                application,
                stack,
                Stacks.accepting(accepted),
                "--spring.graphql.schema.locations=classpath:users-schema/");
    }

    record User(
            long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    @Controller
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Unmapped {
        @QueryMapping
        User user() {
            return new User(1, "x");
        }
    }

    @Controller
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Mapped {
        @QueryMapping
        User user() {
            return new User(1, "x");
        }

        @SchemaMapping
        String bio(User user) {
            return user.description();
        }
    }
}
