package dev.seamless.autoconfigure.counted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.counted.CountedApplication.Uses;
import dev.seamless.gate.Judge;
import dev.seamless.gate.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/** A use of an old name is counted wherever it is read, for its rename and its client, and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedUseTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=limit";

    private static final String[] GATE = {
        "--seamless.gate.platforms.ios.minimum=1.4.0", "--seamless.gate.platforms.ios.latest=1.6.0"
    };

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<WebApplicationType, ConfigurableApplicationContext> applications =
            new EnumMap<>(WebApplicationType.class);

    @BeforeAll
    void start() {
        applications.put(WebApplicationType.SERVLET, start(WebApplicationType.SERVLET, "both", GATE));
        applications.put(WebApplicationType.REACTIVE, start(WebApplicationType.REACTIVE, "both", GATE));
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, String phase, String... arguments) {
        return new SpringApplicationBuilder(
                        CountedApplication.class, stack == WebApplicationType.SERVLET ? OnMvc.class : OnWebFlux.class)
                .web(stack)
                .properties(
                        "server.port=0",
                        "seamless.renames.post-text.api=" + phase,
                        "seamless.renames.post-writer.api=" + phase,
                        "seamless.renames.writer-nick.api=" + phase,
                        "seamless.renames.tag-keyword.api=" + phase,
                        "seamless.renames.tag-label.api=" + phase,
                        "spring.datasource.url=jdbc:h2:mem:counted-" + stack + phase,
                        "spring.jpa.hibernate.ddl-auto=create-drop",
                        "spring.jpa.open-in-view=false",
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
                .run(arguments);
    }

    @AfterAll
    void stop() {
        applications.values().forEach(ConfigurableApplicationContext::close);
    }

    Stream<Arguments> uses() {
        return Stream.of(
                        use("POST /json/record", JSON, "{'body':'x'}", "post-text"),
                        use("POST /json/record", JSON, "{'body':null}", "post-text"),
                        use("POST /json/record", JSON, "{'text':'x','body':'x'}", "post-text"),
                        use("POST /json/record", JSON, "{'text':'x'}"),
                        use(
                                "POST /json/record",
                                JSON,
                                "{'body':'x','author':{'alias':'y'}}",
                                "post-text",
                                "post-writer",
                                "writer-nick"),
                        use("POST /json/bean", JSON, "{'body':'x'}", "post-text"),
                        use("POST /json/tag", JSON, "{'keyword':'x'}", "tag-keyword", "tag-label"),
                        use("POST /json/tag", JSON, "{'tag':'x'}", "tag-label"),
                        use("GET /tag?keyword=x", JSON, "", "tag-keyword", "tag-label"),
                        use("GET /tag?tag=x", JSON, "", "tag-label"),
                        use("GET /param/tag?keyword=x", JSON, "", "tag-keyword", "tag-label"),
                        use("GET /param/tag?tag=x", JSON, "", "tag-label"),
                        use("GET /param/tag?label=x", JSON, ""),
                        use("POST /json/entity", JSON, "[{'body':'x'},{'text':'y'},{}]", "post-text"),
                        use("POST /json/entity", JSON, "[{'body':'x'},{'body':'y'}]", "post-text", "post-text"),
                        use("POST /json/future", JSON, "{'body':'x'}", "post-text"),
                        use("POST /functional", JSON, "{'body':'x'}", "post-text"),
                        use("PATCH /functional", JSON, "{'body':'x'}", "post-text"),
                        use("GET /param?body=x", JSON, "", "post-text"),
                        use("GET /param?body=x&text=x", JSON, "", "post-text"),
                        use("GET /param?text=x", JSON, ""),
                        use("GET /param/future?body=x", JSON, "", "post-text"),
                        use("GET /param/future?body=x&text=x", JSON, "", "post-text"),
                        use("GET /param/flux?body=x", JSON, "", "post-text"),
                        use("GET /bean?body=x", JSON, "", "post-text"),
                        use("GET /record?body=x", JSON, "", "post-text"),
                        use("GET /nested?author.alias=x", JSON, "", "post-writer", "writer-nick"),
                        use("GET /two?body=x", JSON, "", "post-text"),
                        use("POST /bean", FORM, "body=x", "post-text"),
                        use("POST /record", FORM, "body=x", "post-text"),
                        use("POST /nested", FORM, "writer.alias=x", "writer-nick"),
                        use("POST /two", FORM, "body=x", "post-text"),
                        use("POST /form/future", FORM, "body=x", "post-text"),
                        use("POST /form/future", FORM, "body=x&text=x", "post-text"),
                        use("POST /bean", PARTS, part("body", "", "text/plain", "x"), "post-text"),
                        use("POST /part/file", PARTS, part("body", "a.txt", "text/plain", "x"), "post-text"),
                        use("POST /part/json", PARTS, part("post", "", JSON, "{'body':'x'}"), "post-text"),
                        use("GET /sorted?sort=body,desc", JSON, "", "post-text"),
                        use("GET /sorted?sort=text,desc", JSON, ""),
                        use("GET /paged?sort=id,body&size=1", JSON, "", "post-text"))
                .flatMap(use -> Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE)
                        .map(stack -> on(stack, use)));
    }

    Stream<Arguments> usesOfOneStack() {
        Stream<Object[]> mvc = Stream.of(
                use("GET /param/callable?body=x", JSON, "", "post-text"),
                use("GET /deferred?body=x", JSON, "", "post-text"),
                use("POST /deferred", FORM, "body=x", "post-text"),
                use("POST /part/file/callable", PARTS, part("body", "a.txt", "text/plain", "x"), "post-text"));
        Stream<Object[]> webFlux = Stream.of(
                use("POST /json/mono", JSON, "{'body':'x'}", "post-text"),
                use("POST /form/asked-twice", FORM, "body=x", "post-text"));
        return Stream.concat(
                mvc.map(use -> on(WebApplicationType.SERVLET, use)),
                webFlux.map(use -> on(WebApplicationType.REACTIVE, use)));
    }

    @ParameterizedTest
    @MethodSource({"uses", "usesOfOneStack"})
    void isCountedOnceForItsRenameAndItsClient(
            WebApplicationType stack, String what, String contentType, String body, Map<String, Integer> expected)
            throws Exception {
        // What reaches a repository does not say who asked, where a request does not hold its thread.
        boolean anybody = stack == WebApplicationType.REACTIVE && what.contains("?sort=");
        assertThat(counted(stack, what, contentType, body, "ios/1.5.0"))
                .isEqualTo(by(anybody ? "unknown" : "ios", expected));
        assertThat(counted(stack, what, contentType, body, "")).isEqualTo(by("unknown", expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void isCountedWhereItIsRefusedToo(WebApplicationType stack) throws Exception {
        try (ConfigurableApplicationContext application = start(stack, "new")) {
            for (Object[] use : new Object[][] {
                use("POST /json/record", JSON, "{'body':'x'}"),
                use("POST /functional", JSON, "{'body':'x'}"),
                use("GET /param?body=x", JSON, ""),
                use("GET /param/future?body=x", JSON, ""),
                use("POST /bean", FORM, "body=x"),
                use("POST /part/file", PARTS, part("body", "a.txt", "text/plain", "x")),
                use("GET /sorted?sort=body", JSON, "")
            }) {
                HttpResponse<String> answer = send(application, (String) use[0], (String) use[1], (String) use[2], "");
                assertThat(answer.statusCode()).as((String) use[0]).isEqualTo(400);
                assertThat(application.getBean(Uses.class).take())
                        .as((String) use[0])
                        .isEqualTo(Map.of("unknown post-text", 1));
            }
        }
    }

    /** The verdict must not let a name go by which somebody sorts. */
    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void sortingAloneHoldsTheOldName(WebApplicationType stack) throws Exception {
        counted(stack, "GET /sorted?sort=body,desc", JSON, "", "");
        Verdict verdict = applications.get(stack).getBean(Judge.class).judge().stream()
                .filter(each -> each.rename().equals("post-text"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.holding()).anyMatch(reason -> reason.startsWith("Unknown clients use it"));
    }

    private Map<String, Integer> counted(
            WebApplicationType stack, String what, String contentType, String body, String version) throws Exception {
        ConfigurableApplicationContext application = applications.get(stack);
        HttpResponse<String> answer = send(application, what, contentType, body, version);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return application.getBean(Uses.class).take();
    }

    private HttpResponse<String> send(
            ConfigurableApplicationContext application, String what, String contentType, String body, String version)
            throws Exception {
        String[] methodAndPath = what.split(" ", 2);
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:"
                                + application.getEnvironment().getProperty("local.server.port") + methodAndPath[1]))
                        .method(methodAndPath[0], HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .header("Content-Type", contentType)
                        .header("x-version", version)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Object[] use(String what, String contentType, String body, String... renames) {
        return new Object[] {
            what,
            contentType,
            body,
            Arrays.stream(renames).collect(Collectors.toMap(id -> id, id -> 1, Integer::sum, TreeMap::new))
        };
    }

    private static Arguments on(WebApplicationType stack, Object[] use) {
        return Arguments.of(stack, use[0], use[1], use[2], use[3]);
    }

    private static Map<String, Integer> by(String client, Map<String, Integer> renames) {
        return renames.entrySet().stream()
                .collect(Collectors.toMap(rename -> client + " " + rename.getKey(), Map.Entry::getValue));
    }

    private static String part(String name, String file, String contentType, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file.isEmpty() ? "" : "; filename=\"" + file + "\"") + "\r\nContent-Type: " + contentType
                + "\r\n\r\n" + content + "\r\n--limit--\r\n";
    }
}
