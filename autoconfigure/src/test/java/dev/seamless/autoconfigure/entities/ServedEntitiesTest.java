package dev.seamless.autoconfigure.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** An entity with a rename that a controller serves itself is under the same rules as a DTO; one that none serves is not. */
class ServedEntitiesTest {

    @ParameterizedTest
    @CsvSource({
        "SERVLET,  Returning, OwnConverter, JacksonJsonHttpMessageConverter",
        "SERVLET,  Taking,    OwnConverter, JacksonJsonHttpMessageConverter",
        "SERVLET,  Patching,  Plain,        Patching",
        "REACTIVE, Returning, OwnEncoder,   JacksonJsonEncoder",
        "REACTIVE, Taking,    OwnDecoder,   JacksonJsonDecoder",
        "REACTIVE, Patching,  Plain,        Patching"
    })
    void whatWouldServeItsWrongShapeStopsTheStart(
            WebApplicationType stack, String controller, String part, String named) {
        assertThatThrownBy(() -> start(stack, controller, part, "").close())
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(named, "'title'", "person-label", "seamless.accept-converters: ")
                .satisfies(refused -> {
                    String accepted =
                            ((RefusedException) refused).action().replaceAll("(?s).*converters: (.*)\\.$", "$1");
                    try (ConfigurableApplicationContext context = start(stack, controller, part, accepted)) {
                        assertThat(context.isRunning()).isTrue();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "SERVLET,  Elsewhere, OwnConverter",
        "REACTIVE, Elsewhere, OwnEncoder",
        "REACTIVE, Elsewhere, OwnDecoder",
        "SERVLET,  Rendering, OwnConverter",
        "REACTIVE, Rendering, OwnEncoder"
    })
    void anEntityThatNoControllerServesIsNoReasonToStop(WebApplicationType stack, String controller, String part)
            throws Exception {
        try (ConfigurableApplicationContext context = start(stack, controller, part, "")) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(
            WebApplicationType stack, String controller, String part, String accepted) throws ClassNotFoundException {
        String name = ServedEntitiesTest.class.getName();
        return new SpringApplicationBuilder(
                        Application.class, Class.forName(name + "$" + controller), Class.forName(name + "$" + part))
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.person-label.api=both",
                        "--seamless.accept-converters=" + accepted,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @RestController
    static class Returning {
        @GetMapping("/people")
        ResponseEntity<Optional<List<Person>>> people() {
            return ResponseEntity.ok(Optional.empty());
        }
    }

    @RestController
    static class Taking {
        @PostMapping("/people")
        String take(@RequestBody Person person) {
            return person.label;
        }
    }

    @RestController
    static class Patching {
        @PatchMapping(path = "/people", consumes = "application/json-patch+json")
        Person patch(@RequestBody byte[] patch) {
            return new Person();
        }
    }

    @Controller
    static class Rendering {
        @GetMapping("/page")
        Person person() {
            return new Person();
        }
    }

    @RestController
    static class Elsewhere {
        @GetMapping("/names")
        List<String> names(Person example) {
            return List.of("" + example.label);
        }

        @PatchMapping(path = "/names", consumes = "application/json-patch+json")
        void patch(@RequestBody byte[] patch) {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    static class OwnConverter {
        @Bean
        JacksonJsonHttpMessageConverter own(JsonMapper mapper) {
            return new JacksonJsonHttpMessageConverter(mapper);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnEncoder {
        @Bean
        @Order(100)
        CodecCustomizer encoder(JsonMapper mapper) {
            return codecs -> codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(mapper));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDecoder {
        @Bean
        @Order(100)
        CodecCustomizer decoder(JsonMapper mapper) {
            return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(mapper));
        }
    }
}
