package dev.seamless.autoconfigure.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boot's error answer on both stacks: each caller reads of a field by the name that it used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersWordsTest {

    private static final String IOS_OLD = "ios/1.4.0";
    private static final String IOS_NEW = "ios/1.5.0";
    private final Map<WebApplicationType, ConfigurableApplicationContext> applications =
            new EnumMap<>(WebApplicationType.class);

    @BeforeAll
    void start() {
        for (WebApplicationType stack : stacks().toList()) {
            applications.put(
                    stack,
                    new SpringApplicationBuilder(WordsApplication.class)
                            .web(stack)
                            .run(
                                    "--server.port=0",
                                    "--seamless.renames.member-bio.api=both",
                                    "--seamless.renames.member-bio.cutoff.ios=1.5.0",
                                    "--seamless.renames.member-items.api=both",
                                    "--seamless.renames.item-label.api=both",
                                    "--seamless.gate.platforms.ios.minimum=1.4.0",
                                    "--seamless.gate.platforms.ios.latest=1.6.0",
                                    "--spring.web.error.include-binding-errors=always",
                                    "--spring.web.error.include-message=always",
                                    "--spring.autoconfigure.exclude="
                                            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                                            + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration,"
                                            + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration"));
        }
    }

    @AfterAll
    void stop() {
        applications.values().forEach(ConfigurableApplicationContext::close);
    }

    static Stream<WebApplicationType> stacks() {
        return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE);
    }

    /** Body, version header, and the fields of the errors; member-years is in phase OLD. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                        new String[] {"{'bio':'long'}", "", "bio"},
                        new String[] {"{'description':'long'}", "", "description"},
                        new String[] {"{}", "", "description"},
                        new String[] {"{}", IOS_OLD, "bio"},
                        new String[] {"{}", IOS_NEW, "description"},
                        new String[] {"{'bio':'long'}", IOS_NEW, "bio"},
                        new String[] {"{'description':'long'}", IOS_OLD, "description"},
                        new String[] {"{'bio':'long','description':'long'}", "", "description"},
                        new String[] {"{'bio':'x','years':0}", "", "years"},
                        new String[] {"{'bio':'x','age':0}", "", "age"},
                        new String[] {
                            "{'bio':'x','items':[{'labelText':'long'},{'titleText':'long'}]}",
                            "",
                            "items[0].labelText,items[1].titleText"
                        },
                        new String[] {"{'bio':'x','things':[{'labelText':'long'}]}", "", "things[0].labelText"},
                        new String[] {"{'bio':'x','byKey':{'a.b':{'labelText':null}}}", "", "byKey[a.b].labelText"},
                        new String[] {"{'bio':'x','one':{'titleText':'long'}}", "", "one.titleText"},
                        new String[] {"{'bio':'x','one':{'labelText':'long'}}", "", "one.labelText"})
                .flatMap(row -> stacks().map(stack -> Arguments.of(stack, row[0], row[1], row[2])));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void namesTheFieldsOfABody(WebApplicationType stack, String body, String version, String fields) {
        JsonNode answer = post(stack, "/body", body, version);
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        assertThat(fields(answer)).containsExactlyInAnyOrder(fields.split(","));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void namesTheFieldsOfElements(WebApplicationType stack, String body, String version, String fields) {
        JsonNode answer = post(stack, "/bodies", "[{'bio':'x'}," + body + "]", version);
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        assertThat(fields(answer)).containsExactlyInAnyOrder(fields.split(","));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void saysNothingOfTheOtherNameAnywhereInAnError(WebApplicationType stack) {
        assertThat(post(stack, "/body", "{'bio':'long'}", "").toString())
                .contains("Size.member.bio", "\"bio\"")
                .doesNotContain("description");
        assertThat(post(stack, "/body", "{'description':'long'}", "").toString())
                .doesNotContain("bio");
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                        new String[] {"/form?bio=long", "", "bio"},
                        new String[] {"/form?description=long", "", "description"},
                        new String[] {"/form", IOS_OLD, "bio"},
                        new String[] {"/form", "", "description"},
                        new String[] {"/form?bio=x&years=many", "", "years"},
                        new String[] {"/form?bio=x&age=many", "", "age"},
                        new String[] {"/form?bio=x&others%5B0%5D.bio=long", "", "others[0].bio"},
                        new String[] {"/form?bio=x&others%5B0%5D.age=1", IOS_OLD, "others[0].bio"})
                .flatMap(row -> stacks().map(stack -> Arguments.of(stack, row[0], row[1], row[2])));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void namesTheFieldsOfAForm(WebApplicationType stack, String query, String version, String field) {
        JsonNode answer = get(stack, query, version);
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly(field);
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                        new String[] {"/parameter?bio=long", "", "bio", "description"},
                        new String[] {"/parameter?description=long", "", "description", "bio"},
                        new String[] {"/parameter", IOS_OLD, "bio", "description"},
                        new String[] {"/parameter", "", "description", "bio"},
                        new String[] {"/number", "", "years", "'age'"})
                .flatMap(row -> stacks().map(stack -> Arguments.of(stack, row[0], row[1], row[2], row[3])));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void namesAParameter(WebApplicationType stack, String query, String version, String named, String other) {
        JsonNode answer = get(stack, query, version);
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        String told = answer.path("errors").toString()
                + answer.path("message").asString("").replaceAll("for method='.*", "");
        assertThat(told).contains(named).doesNotContain(other);
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void leavesErrorsThatTheApplicationTakesAsTheyAre(WebApplicationType stack) {
        assertThat(client(stack)
                        .get()
                        .uri("/own?bio=long")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody())
                .isEqualTo("[description]");
    }

    private static List<String> fields(JsonNode answer) {
        List<String> fields = new ArrayList<>();
        answer.path("errors").forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    private JsonNode post(WebApplicationType stack, String uri, String body, String version) {
        return JsonMapper.shared()
                .readTree(client(stack)
                        .post()
                        .uri(uri)
                        .header("x-version", version)
                        .accept(MediaType.APPLICATION_JSON)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body.replace('\'', '"'))
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody());
    }

    private JsonNode get(WebApplicationType stack, String uri, String version) {
        return JsonMapper.shared()
                .readTree(client(stack)
                        .get()
                        .uri(java.net.URI.create("http://localhost:" + port(stack) + uri))
                        .header("x-version", version)
                        .accept(MediaType.APPLICATION_JSON)
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody());
    }

    private RestTestClient client(WebApplicationType stack) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port(stack))
                .build();
    }

    private String port(WebApplicationType stack) {
        return applications.get(stack).getEnvironment().getProperty("local.server.port");
    }
}
