package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries and forms under either name, over real HTTP; the same on both stacks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParameterContract {

    private final Map<ApiPhase, HttpServer> servers = new EnumMap<>(ApiPhase.class);

    /** Starts a server in the phase that answers {@code /parameters/*} with the text that it was given. */
    protected abstract HttpServer start(ApiPhase phase) throws Exception;

    @BeforeAll
    void start() throws Exception {
        for (ApiPhase phase : ApiPhase.values()) {
            servers.put(phase, start(phase));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (HttpServer server : servers.values()) {
            server.close();
        }
    }

    Stream<Arguments> cells() {
        return Stream.of("param", "explicit", "bean", "record", "implicit", "nested", "list")
                .flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void takesAQueryUnderEitherName(ApiPhase phase, String path) throws Exception {
        assertThat(get(phase, path, "$new=x")).isEqualTo("x");
        assertThat(get(phase, path, "other=1")).isEqualTo("null");
        if (phase.acceptsOld()) {
            assertThat(get(phase, path, "$old=x")).isEqualTo("x");
            assertThat(get(phase, path, "$old=x&$new=x")).isEqualTo("x");
            assertThat(get(phase, path, "$old=")).isEqualTo(get(phase, path, "$new="));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void takesAFormUnderEitherName(ApiPhase phase, String path) throws Exception {
        assertThat(post(phase, path, "$new=x")).isEqualTo("x");
        if (phase.acceptsOld()) {
            assertThat(post(phase, path, "$old=x")).isEqualTo("x");
        } else {
            assertProblem(send(phase, path, "POST", "$old=SECRET"), RenameProblems.RETIRED);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersNamesThatDifferOrAreRetired(ApiPhase phase, String path) throws Exception {
        String type = phase.acceptsOld() ? RenameProblems.CONFLICT : RenameProblems.RETIRED;
        assertProblem(send(phase, path, "GET", "$old=SECRET&$new=OTHER"), type);
        if (!phase.acceptsOld()) {
            assertProblem(send(phase, path, "GET", "$old=SECRET"), type);
        }
    }

    Stream<Arguments> openCells() {
        return cells().filter(cell -> cell.get()[0] == ApiPhase.BOTH);
    }

    @ParameterizedTest
    @MethodSource("openCells")
    void takesAKnownClientsOwnName(ApiPhase phase, String path) throws Exception {
        assertThat(send(phase, path, "GET", "$old=a&$new=b", "x-knows", "old").body())
                .isEqualTo("a");
        assertThat(send(phase, path, "GET", "$old=a&$new=b", "x-knows", "new").body())
                .isEqualTo("b");
    }

    private String get(ApiPhase phase, String path, String query) throws Exception {
        HttpResponse<String> answer = send(phase, path, "GET", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String post(ApiPhase phase, String path, String form) throws Exception {
        HttpResponse<String> answer = send(phase, path, "POST", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(ApiPhase phase, String path, String method, String values, String... headers)
            throws Exception {
        String prefix = path.equals("nested") ? "user." : path.equals("list") ? "users%5B0%5D." : "";
        boolean explicit = path.equals("explicit");
        String encoded = values.replace("$old", explicit ? "old-bio" : prefix + "bio")
                .replace("$new", explicit ? "text" : prefix + "description");
        return method.equals("GET")
                ? servers.get(phase).get("/parameters/" + path + "?" + encoded, headers)
                : servers.get(phase)
                        .send("POST", "/parameters/" + path, "application/x-www-form-urlencoded", encoded, headers);
    }

    private static void assertProblem(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(type).doesNotContain("SECRET", "OTHER");
    }

    Stream<Arguments> fileCells() {
        return Stream.of("file", "part", "file-bean", "json-part")
                .flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    @ParameterizedTest
    @MethodSource("fileCells")
    void takesAFileUnderEitherName(ApiPhase phase, String path) throws Exception {
        assertThat(upload(phase, path, "description", "x").body()).isEqualTo("x");
        assertThat(upload(phase, path, "other", "x").body()).isEqualTo("null");
        if (phase.acceptsOld()) {
            assertThat(upload(phase, path, "bio", "x").body()).isEqualTo("x");
        } else {
            assertProblem(upload(phase, path, "bio", "SECRET"), RenameProblems.RETIRED);
        }
    }

    @ParameterizedTest
    @MethodSource("fileCells")
    void answersTwoFilesUnderBothNames(ApiPhase phase, String path) throws Exception {
        String type = phase.acceptsOld() ? RenameProblems.CONFLICT : RenameProblems.RETIRED;
        assertProblem(upload(phase, path, "bio", "SECRET", "description", "OTHER"), type);
    }

    private HttpResponse<String> upload(ApiPhase phase, String path, String... namesAndTexts) throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            boolean json = path.equals("json-part");
            body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                    .append(namesAndTexts[i])
                    .append("\"; filename=\"a.txt\"\r\nContent-Type: ")
                    .append(json ? "application/json" : "text/plain")
                    .append("\r\n\r\n")
                    .append(json ? "{\"description\":\"" + namesAndTexts[i + 1] + "\"}" : namesAndTexts[i + 1])
                    .append("\r\n");
        }
        return servers.get(phase)
                .send("POST", "/parameters/" + path, "multipart/form-data; boundary=limit", body + "--limit--\r\n");
    }
}
