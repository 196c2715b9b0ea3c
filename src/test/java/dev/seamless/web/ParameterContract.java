package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

    @ParameterizedTest
    @MethodSource("cells")
    void takesAKnownClientsOwnName(ApiPhase phase, String path) throws Exception {
        if (phase == ApiPhase.BOTH) {
            assertThat(send(phase, path, "GET", "$old=a&$new=b", "x-knows", "old")
                            .body())
                    .isEqualTo("a");
            assertThat(send(phase, path, "GET", "$old=a&$new=b", "x-knows", "new")
                            .body())
                    .isEqualTo("b");
        }
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

    public static class UserForm {
        @Renamed(id = "user-bio", from = "bio")
        private String description;

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }
    }

    public record UserRecord(
            @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class Nested {
        private UserForm user = new UserForm();
        private List<UserForm> users = new java.util.ArrayList<>();

        public UserForm getUser() {
            return user;
        }

        public void setUser(UserForm user) {
            this.user = user;
        }

        public List<UserForm> getUsers() {
            return users;
        }

        public void setUsers(List<UserForm> users) {
            this.users = users;
        }
    }
}
