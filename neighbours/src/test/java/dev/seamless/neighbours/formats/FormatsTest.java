package dev.seamless.neighbours.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.seamless.RefusedException;
import dev.seamless.Renamed;
import dev.seamless.neighbours.Stacks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.rest.autoconfigure.DataRestAutoConfiguration;
import org.springframework.boot.hateoas.autoconfigure.HypermediaAutoConfiguration;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.json.GsonDecoder;
import org.springframework.http.codec.json.GsonEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What would serve a renamed type in another format than JSON, or JSON by another library, stops the start: once for each
 * converter or codec, with its name, and the words by which it is accepted.
 */
class FormatsTest {

    private static final String SPRING = "org.springframework.http.";

    static Stream<Arguments> formats() {
        return Stream.of(
                servlet("xml", "", "converter.xml.JacksonXmlHttpMessageConverter"),
                servlet("cbor", "", "converter.cbor.JacksonCborHttpMessageConverter"),
                servlet("yaml", "", "converter.yaml.MappingJackson2YamlHttpMessageConverter"),
                servlet("json", "gson", "converter.json.GsonHttpMessageConverter"),
                servlet("json", "jackson2", "converter.json.MappingJackson2HttpMessageConverter"),
                reactive("xml", "", "codec.xml.JacksonXmlEncoder", "codec.xml.JacksonXmlDecoder"),
                reactive("cbor", "", "codec.cbor.JacksonCborEncoder", "codec.cbor.JacksonCborDecoder"),
                reactive("json", "jackson2", "codec.json.Jackson2JsonEncoder", "codec.json.Jackson2JsonDecoder"),
                reactive("json", "gson", "codec.json.GsonEncoder", "codec.json.GsonDecoder"));
    }

    private static Arguments servlet(String format, String library, String... parts) {
        return Arguments.of(WebApplicationType.SERVLET, format, library, List.of(parts));
    }

    private static Arguments reactive(String format, String library, String... parts) {
        return Arguments.of(WebApplicationType.REACTIVE, format, library, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void stopTheStartUntilEachOfThemIsAccepted(
            WebApplicationType stack, String format, String library, List<String> parts) {
        List<String> named = parts.stream().map(SPRING::concat).toList();
        Set<String> accepted = new LinkedHashSet<>(Stacks.FORMATS);
        accepted.removeAll(named);
        for (String part : named) {
            RefusedException refused = refusal(stack, library, accepted);
            assertThat(refused.description()).contains(part, format, User.class.getName(), "'bio'", "user-bio");
            assertThat(refused.action()).endsWith("seamless.accept-converters: " + part + ".");
            accepted.add(part);
        }
        try (ConfigurableApplicationContext context = start(stack, library, accepted)) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    private static RefusedException refusal(WebApplicationType stack, String library, Set<String> accepted) {
        try (ConfigurableApplicationContext context = start(stack, library, accepted)) {
            throw new AssertionError("It started.");
        } catch (RefusedException e) {
            return e;
        }
    }

    private static ConfigurableApplicationContext start(
            WebApplicationType stack, String library, Set<String> accepted) {
        boolean customized = stack == WebApplicationType.REACTIVE && library.equals("gson");
        return Stacks.start(
                customized ? WithGson.class : Application.class,
                stack,
                "--springdoc.api-docs.enabled=false",
                "--seamless.renames.user-bio.api=both",
                "--seamless.accept-converters=" + String.join(",", accepted),
                "--spring.http.converters.preferred-json-mapper=" + (library.isEmpty() ? "jackson" : library),
                "--spring.http.codecs.preferred-json-mapper="
                        + (library.isEmpty() || customized ? "jackson" : library));
    }

    record User(
            long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    /** Without those that put a converter of their own before each other library's. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataRestAutoConfiguration.class, HypermediaAutoConfiguration.class})
    @RestController
    static class Application {

        @GetMapping("/user")
        User user() {
            return new User(1, "x");
        }
    }

    /** Spring WebFlux takes Gson only where there is no Jackson, or where it is told to. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    static class WithGson extends Application {

        @Bean
        CodecCustomizer gsonCodecs(Gson gson) {
            return codecs -> {
                codecs.customCodecs().register(new GsonEncoder(gson));
                codecs.customCodecs().register(new GsonDecoder(gson));
            };
        }
    }
}
