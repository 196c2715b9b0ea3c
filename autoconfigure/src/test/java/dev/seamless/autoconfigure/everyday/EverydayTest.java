package dev.seamless.autoconfigure.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The shapes that a Spring application serves and takes, over real HTTP on each stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayTest {

    private final Map<WebApplicationType, ConfigurableApplicationContext> applications =
            new EnumMap<>(WebApplicationType.class);

    static Stream<WebApplicationType> stacks() {
        return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE);
    }

    @BeforeAll
    void start() {
        stacks().forEach(stack -> applications.put(stack, start(stack, EverydayApplication.class)));
    }

    @AfterAll
    void stop() {
        applications.values().forEach(ConfigurableApplicationContext::close);
    }

    static Stream<Arguments> served() {
        return Stream.of(
                        "wildcard",
                        "object",
                        "entities",
                        "future",
                        "page",
                        "envelope",
                        "map",
                        "made",
                        "named-by-factory",
                        "unwrapping",
                        "holding",
                        "contacts",
                        "interface",
                        "json-view",
                        "vendor",
                        "problem",
                        "search?bio=x",
                        "search?description=x")
                .flatMap(path -> stacks().map(stack -> Arguments.of(stack, path)));
    }

    @ParameterizedTest
    @MethodSource("served")
    void servesEachClientItsShape(WebApplicationType stack, String path) {
        assertThat(get(stack, path, "ios/1.4.0")).contains("\"bio\":\"x\"").doesNotContain("description");
        assertThat(get(stack, path, "ios/1.5.0"))
                .contains("\"description\":\"x\"")
                .doesNotContain("bio");
        assertThat(get(stack, path, "")).contains("\"bio\":\"x\"", "\"description\":\"x\"");
        assertThat(get(stack, path, "")).doesNotContain("secret");
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                        new String[] {"entity", "{'id':1,$}"},
                        new String[] {"list", "[{'id':1,$}]"},
                        new String[] {"map", "{'a':{'id':1,$}}"},
                        new String[] {"envelope", "{'data':{'id':1,$},'next':'2'}"},
                        new String[] {"made", "{'id':1,$}"},
                        new String[] {"named-by-factory", "{'id':1,$}"},
                        new String[] {"unwrapping", "{'id':1,$,'role':'admin'}"},
                        new String[] {"holding", "{'one':{'id':1,$}}"},
                        new String[] {"contact", "{'vat':'v',$,'kind':'f'}"},
                        new String[] {"json-view", "{$,'secret':'hacked'}"},
                        new String[] {"vendor", "{'id':1,$}"})
                .flatMap(row -> stacks().map(stack -> Arguments.of(stack, row[0], row[1])));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesEitherName(WebApplicationType stack, String path, String body) {
        String taken = path.equals("json-view") ? "xs" : "x";
        assertThat(post(stack, path, body.replace("$", "'bio':'x'"))).isEqualTo(taken);
        assertThat(post(stack, path, body.replace("$", "'description':'x'"))).isEqualTo(taken);
        assertThat(post(stack, path, body.replace("$", "'description':'x','bio':'x'")))
                .isEqualTo(taken);
        assertThat(post(stack, path, body.replace("$", "'description':'x','bio':'SECRET'")))
                .contains("urn:seamless:problem:rename-conflict")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void refusesARenamedParameterThatNobodyWouldFind(WebApplicationType stack) {
        assertThatThrownBy(() -> start(stack, EverydayApplication.class, ByHeader.class))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("no effect", "byHeader", "parameter description");
    }

    @RestController
    static class ByHeader {
        @GetMapping("/by-header")
        String byHeader(@RequestHeader @Renamed(id = "user-bio", from = "bio") String description) {
            return description;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void refusesAFormWhoseConverterNobodyWouldAsk(WebApplicationType stack) {
        assertThatThrownBy(() -> start(stack, EverydayApplication.class, ByForm.class))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("Form.description", "converter", "form-text");
    }

    @RestController
    static class ByForm {
        @GetMapping("/by-form")
        String byForm(Forms forms) {
            return forms.forms.get(0).description;
        }
    }

    static class Forms {
        public List<Form> forms = List.of();
    }

    static class Form {
        @Renamed(id = "form-text", from = "text", converter = Reversing.class)
        public String description;
    }

    static class Reversing implements RenameConverter<String, String> {
        @Override
        public String toNew(String old) {
            return new StringBuilder(old).reverse().toString();
        }

        @Override
        public String toOld(String current) {
            return toNew(current);
        }
    }

    /** A mapper that knows nothing of renames would serve the new name to everybody, and drop the old one. */
    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void refusesAMapperOfTheApplicationThatKnowsNothingOfRenames(WebApplicationType stack) {
        assertThatThrownBy(() -> start(stack, EverydayApplication.class, OwnMapper.class))
                .rootCause()
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("JsonMapper", "RenameModule", "everyday");
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void takesAMapperOfTheApplicationThatIsMadeByTheBuilderOfBoot(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = start(stack, EverydayApplication.class, BuiltMapper.class)) {
            assertThat(get(context, "made", "ios/1.4.0")).isEqualTo("{\"id\":9,\"bio\":\"x\"}");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMapper {
        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BuiltMapper {
        @Bean
        JsonMapper jsonMapper(JsonMapper.Builder builder) {
            return builder.build();
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.user-bio.api=both",
                        "--seamless.renames.user-bio.cutoff.ios=1.5.0",
                        "--seamless.gate.platforms.ios.minimum=1.4.0",
                        "--seamless.gate.platforms.ios.latest=1.6.0",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
    }

    private String get(WebApplicationType stack, String path, String version) {
        return get(applications.get(stack), path, version);
    }

    private static String get(ConfigurableApplicationContext context, String path, String version) {
        return client(context)
                .get()
                .uri("/out/" + path)
                .header("x-version", version)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private String post(WebApplicationType stack, String path, String body) {
        return client(applications.get(stack))
                .post()
                .uri("/in/" + path)
                .header("Content-Type", path.equals("vendor") ? "application/vnd.acme.v1+json" : "application/json")
                .body(body.replace('\'', '"'))
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private static RestTestClient client(ConfigurableApplicationContext context) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build();
    }
}
