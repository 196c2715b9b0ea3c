package dev.seamless.autoconfigure.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.Renamed;
import dev.seamless.web.servlet.RenameJsonConverter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Parts of the application's own that would serve the wrong shape stop the start, and none is silently replaced. */
class ForeignPartsTest {

    @ParameterizedTest
    @CsvSource({
        "SERVLET,  PrefixedBean,       JacksonJsonHttpMessageConverter",
        "SERVLET,  PrefixedCustomizer, JacksonJsonHttpMessageConverter",
        "REACTIVE, OwnEncoder,         JacksonJsonEncoder",
        "REACTIVE, OwnDecoder,         JacksonJsonDecoder",
        "REACTIVE, AddedEncoder,       JacksonJsonEncoder",
        "SERVLET,  Patching,           Patching",
        "REACTIVE, Patching,           Patching"
    })
    void stopTheStartUnlessTheyAreAccepted(WebApplicationType stack, String part, String named) throws Exception {
        Class<?> configuration = Class.forName(getClass().getName() + "$" + part);
        assertThatThrownBy(() -> start(stack, configuration, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(named, "'title'", "part-title", "seamless.accept-converters: ")
                .satisfies(refused -> {
                    String accepted =
                            ((RefusedException) refused).action().replaceAll("(?s).*converters: (.*)\\.$", "$1");
                    try (ConfigurableApplicationContext context = start(stack, configuration, accepted)) {
                        assertThat(context.isRunning()).isTrue();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"both, '{\"label\":\"x\",\"title\":\"x\"}'", "new, '{\"label\":\"x\"}'"})
    void aConverterOfTheApplicationsOwnKeepsItsSettings(String phase, String json) {
        try (ConfigurableApplicationContext context =
                start(WebApplicationType.SERVLET, Covered.class, "", "--seamless.renames.part-title.api=" + phase)) {
            assertThat(get(context)).isEqualTo(")]}', " + json);
        }
    }

    private static String get(ConfigurableApplicationContext context) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri("/part")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private static ConfigurableApplicationContext start(
            WebApplicationType stack, Class<?> part, String accepted, String... arguments) {
        return new SpringApplicationBuilder(ForeignApplication.class, part)
                .web(stack)
                .properties(
                        "server.port=0",
                        "seamless.renames.part-title.api=both",
                        "seamless.accept-converters=" + accepted,
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
                .run(arguments);
    }

    record PartDto(
            @Renamed(id = "part-title", from = "title") String label) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class ForeignApplication {
        @GetMapping("/part")
        PartDto part() {
            return new PartDto("x");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrefixedBean {
        @Bean
        JacksonJsonHttpMessageConverter prefixed(JsonMapper mapper) {
            JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(mapper);
            converter.setPrefixJson(true);
            return converter;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrefixedCustomizer {
        @Bean
        ServerHttpMessageConvertersCustomizer prefixed(JsonMapper mapper) {
            return builder -> builder.withJsonConverter(new PrefixedBean().prefixed(mapper));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Covered {
        @Bean
        JacksonJsonHttpMessageConverter covered(JsonMapper mapper) {
            RenameJsonConverter converter = new RenameJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
            converter.setPrefixJson(true);
            return converter;
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

    @Configuration(proxyBeanMethods = false)
    static class AddedEncoder {
        @Bean
        CodecCustomizer encoder(JsonMapper mapper) {
            return codecs -> codecs.customCodecs().register(new JacksonJsonEncoder(mapper));
        }
    }

    @RestController
    static class Patching {
        @PatchMapping(path = "/part", consumes = "application/json-patch+json")
        void patch(@RequestBody byte[] patch) {}
    }
}
