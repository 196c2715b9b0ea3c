package dev.seamless.web.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.web.RenameProblems;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Old, new and unknown clients over real HTTP on Spring MVC, in each phase, with records and beans. */
class HttpTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<ApiPhase, Server> SERVERS = new EnumMap<>(ApiPhase.class);

    @BeforeAll
    static void start() throws Exception {
        for (ApiPhase phase : ApiPhase.values()) {
            SERVERS.put(phase, UsersApp.start(phase));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Server server : SERVERS.values()) {
            server.close();
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of("/users", "/beans")
                .flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    static Stream<Arguments> acceptingCells() {
        return cells().filter(cell -> ((ApiPhase) cell.get()[0]).acceptsOld());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesWhatThePhaseSays(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':1,'description':'x'}");
        assertServed(phase, json(SERVERS.get(phase).get(path + "/1")), "x");
        assertServed(phase, json(SERVERS.get(phase).get(path)).get(0), "x");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesAKnownClientItsOwnName(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':1,'description':'x'}");
        JsonNode toOld = json(SERVERS.get(phase).get(path + "/1", "x-knows", "old"));
        JsonNode toNew = json(SERVERS.get(phase).get(path + "/1", "x-knows", "new"));
        assertThat(toOld.has("bio")).isEqualTo(phase.servesOld());
        assertThat(toOld.has("description")).isEqualTo(!phase.servesOld());
        assertThat(toNew.has("bio")).isEqualTo(phase == ApiPhase.OLD);
        assertThat(toNew.has("description")).isEqualTo(phase != ApiPhase.OLD);
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void acceptsPostAndPutUnderEitherName(ApiPhase phase, String path) throws Exception {
        for (String name : new String[] {"bio", "description"}) {
            assertServed(phase, json(write(phase, "POST", path, "{'id':2,'" + name + "':'a'}")), "a");
            assertServed(phase, json(write(phase, "PUT", path + "/2", "{'" + name + "':'b'}")), "b");
            assertServed(phase, json(SERVERS.get(phase).get(path + "/2")), "b");
            assertServed(phase, json(write(phase, "PUT", path + "/2", "{'" + name + "':null}")), null);
        }
        assertServed(phase, json(write(phase, "PUT", path + "/2", "{'bio':'c','description':'c'}")), "c");
        assertServed(phase, json(write(phase, "PUT", path + "/2", "{}")), path.equals("/beans") ? "absent" : null);
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void mergesAPatchUnderEitherName(ApiPhase phase, String path) throws Exception {
        for (String name : new String[] {"bio", "description"}) {
            write(phase, "POST", path, "{'id':3,'description':'base'}");
            assertServed(phase, json(patch(phase, path + "/3", "{}")), "base");
            assertServed(phase, json(patch(phase, path + "/3", "{'" + name + "':'b'}")), "b");
            assertServed(phase, json(patch(phase, path + "/3", "{'id':3}")), "b");
            assertServed(phase, json(patch(phase, path + "/3", "{'" + name + "':null}")), null);
        }
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void letsTheChangedNameWinInAPatch(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':4,'description':'base'}");
        assertServed(phase, json(patch(phase, path + "/4", "{'bio':'b','description':'base'}")), "b");
        assertServed(phase, json(patch(phase, path + "/4", "{'bio':'b','description':'c'}")), "c");
        assertProblem(patch(phase, path + "/4", "{'bio':'SECRET','description':'d'}"), RenameProblems.CONFLICT);
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void answersAConflictNamingBothFieldsAndNoValue(ApiPhase phase, String path) throws Exception {
        String body = "{'id':5,'bio':'SECRET','description':'OTHER'}";
        assertProblem(write(phase, "POST", path, body), RenameProblems.CONFLICT);
        assertProblem(write(phase, "PUT", path + "/5", body), RenameProblems.CONFLICT);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersTheRetiredNameInNewNamingBothFields(ApiPhase phase, String path) throws Exception {
        if (phase == ApiPhase.NEW) {
            write(phase, "POST", path, "{'id':6,'description':'base'}");
            for (String body : new String[] {"{'bio':'SECRET'}", "{'bio':null}", "{'description':'x','bio':'x'}"}) {
                assertProblem(write(phase, "POST", path, body), RenameProblems.RETIRED);
                assertProblem(write(phase, "PUT", path + "/6", body), RenameProblems.RETIRED);
                assertProblem(patch(phase, path + "/6", body), RenameProblems.RETIRED);
            }
            assertServed(phase, json(SERVERS.get(phase).get(path + "/6")), "base");
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void leavesOtherUnreadableBodiesToTheApplication(ApiPhase phase, String path) throws Exception {
        HttpResponse<String> answer = write(phase, "POST", path, "{'id':");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unreadable");
    }

    private static void assertServed(ApiPhase phase, JsonNode json, String value) {
        for (String name : new String[] {"bio", "description"}) {
            boolean served = name.equals("bio") ? phase.servesOld() : phase.servesNew();
            assertThat(json.has(name)).as("%s in %s", name, json).isEqualTo(served);
            if (served) {
                assertThat(json.get(name).asStringOpt().orElse(null)).isEqualTo(value);
            }
        }
    }

    private static void assertProblem(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo(type);
        assertThat(problem.path("detail").asString()).contains("'bio'", "'description'");
        assertThat(problem.path("oldName").asString()).isEqualTo("bio");
        assertThat(problem.path("newName").asString()).isEqualTo("description");
        assertThat(answer.body()).doesNotContain("SECRET", "OTHER");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> write(ApiPhase phase, String method, String path, String body)
            throws Exception {
        return SERVERS.get(phase).send(method, path, "application/json", body.replace('\'', '"'));
    }

    private static HttpResponse<String> patch(ApiPhase phase, String path, String body) throws Exception {
        return SERVERS.get(phase).send("PATCH", path, "application/merge-patch+json", body.replace('\'', '"'));
    }
}
