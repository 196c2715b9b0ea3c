package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.TestSize;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Old, new and unknown clients over real HTTP, in each phase, with records and beans; the same on both stacks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader BY_HAND = JSON.readerFor(ByHand.class);
    private final Map<ApiPhase, HttpServer> servers = new EnumMap<>(ApiPhase.class);

    /** Starts a server in the phase, with a user 9 "x" under each of the {@link #readPaths}. */
    protected abstract HttpServer start(ApiPhase phase) throws Exception;

    /** The ways on which a user can be read: annotated and functional, blocking and asynchronous, whole and streamed. */
    protected abstract Stream<String> readPaths();

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
        return Stream.of("/users", "/beans")
                .flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    Stream<Arguments> acceptingCells() {
        return cells().filter(cell -> ((ApiPhase) cell.get()[0]).acceptsOld());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesWhatThePhaseSays(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':1,'description':'x'}");
        assertServed(phase, json(servers.get(phase).get(path + "/1")), "x");
        assertServed(phase, json(servers.get(phase).get(path + "?id=1")).get(0), "x");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesAKnownClientItsOwnName(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':1,'description':'x'}");
        JsonNode toOld = json(servers.get(phase).get(path + "/1", "x-knows", "old"));
        JsonNode toNew = json(servers.get(phase).get(path + "/1", "x-knows", "new"));
        assertThat(toOld.has("bio")).isEqualTo(phase.servesOld());
        assertThat(toOld.has("description")).isEqualTo(!phase.servesOld());
        assertThat(toNew.has("bio")).isEqualTo(phase == ApiPhase.OLD);
        assertThat(toNew.has("description")).isEqualTo(phase != ApiPhase.OLD);
    }

    Stream<Arguments> readCells() {
        return readPaths().flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    @ParameterizedTest
    @MethodSource("readCells")
    void servesEachClientItsShapeOnEachWay(ApiPhase phase, String path) throws Exception {
        HttpServer server = servers.get(phase);
        boolean both = phase == ApiPhase.BOTH;
        assertShape(server.get(path), phase.servesOld(), phase.servesNew());
        assertShape(server.get(path, "x-knows", "old"), phase.servesOld(), both ? false : phase.servesNew());
        assertShape(server.get(path, "x-knows", "new"), both ? false : phase.servesOld(), phase.servesNew());
    }

    /** The ways on which a user is read from a body and answered, besides those of annotated methods that take it at once. */
    protected abstract Stream<String> echoPaths();

    Stream<Arguments> echoCells() {
        return echoPaths().flatMap(path -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(phase, path)));
    }

    @ParameterizedTest
    @MethodSource("echoCells")
    void readsABodyUnderEitherNameOnEachWay(ApiPhase phase, String path) throws Exception {
        assertServed(phase, json(write(phase, "POST", path, "{'id':7,'description':'a'}")), "a");
        if (phase.acceptsOld()) {
            assertServed(phase, json(write(phase, "POST", path, "{'id':7,'bio':'b'}")), "b");
            assertServed(phase, json(write(phase, "POST", path, "{'bio':'c','description':'c'}")), "c");
            assertProblem(
                    write(phase, "POST", path, "{'bio':'SECRET','description':'OTHER'}"), RenameProblems.CONFLICT);
        } else {
            assertProblem(write(phase, "POST", path, "{'bio':'SECRET'}"), RenameProblems.RETIRED);
        }
    }

    /** A client must never get another one's shape, on whatever thread its answer is written. */
    @Test
    void keepsInterleavedClientsApart() throws Exception {
        HttpServer server = servers.get(ApiPhase.BOTH);
        List<String> paths = readPaths().toList();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Set<Client>> askedBy = new TreeMap<>();
        Semaphore atOnce = new Semaphore(64);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        int requests = TestSize.of(600, 10_000);
        for (int i = 0; i < requests; i++) {
            String path = paths.get(i % paths.size());
            Client client = Client.values()[random.nextInt(Client.values().length)];
            askedBy.computeIfAbsent(path, p -> EnumSet.noneOf(Client.class)).add(client);
            atOnce.acquire();
            answers.add(server.sendAsync(server.request("GET", path, "application/json", "", client.headers()))
                    .whenComplete((answer, failure) -> atOnce.release())
                    .thenAccept(answer -> assertShape(answer, client != Client.NEW, client != Client.OLD)));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.MINUTES);
        assertThat(askedBy)
                .as("seed %s", seed)
                .hasSameSizeAs(paths)
                .allSatisfy((path, clients) -> assertThat(clients).as(path).containsExactly(Client.values()));
        System.out.println(getClass().getSimpleName() + ": " + requests + " interleaved requests on " + paths.size()
                + " ways, each asked by every kind of client, none in another shape");
    }

    private enum Client {
        UNKNOWN,
        OLD,
        NEW;

        String[] headers() {
            return this == UNKNOWN ? new String[0] : new String[] {"x-knows", name().toLowerCase(Locale.ROOT)};
        }
    }

    @Test
    void answersHostileBodiesWithoutFailingAndWithoutTheirValues() throws Exception {
        int bodies = TestSize.of(2_000, 100_000);
        int unreadable = 0;
        long seed = System.nanoTime();
        HostileBodies hostile = new HostileBodies(seed);
        Map<Integer, Integer> byStatus = new TreeMap<>();
        ApiPhase[] phases = ApiPhase.values();
        for (int i = 0; i < bodies; i++) {
            String body = hostile.next();
            String path = i % 3 == 0 ? "/users/1" : i % 3 == 1 ? "/beans/1" : "/functional";
            HttpResponse<String> answer = servers.get(phases[i % phases.length])
                    .send(i % 3 == 2 ? "POST" : "PUT", path, "application/json", body);
            byStatus.merge(answer.statusCode(), 1, Integer::sum);
            String what = "seed " + seed + ", body " + i + ": " + body.substring(0, Math.min(300, body.length()));
            boolean readable = body.isBlank() || isReadableByHand(body); // a blank one is no body at all to WebFlux
            unreadable += readable ? 0 : 1;
            assertThat(answer.statusCode()).as(what).isBetween(readable ? 200 : 400, 499);
            if (answer.statusCode() >= 400) {
                assertThat(answer.body()).as(what).doesNotContain(HostileBodies.SECRET);
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + bodies + " hostile bodies, " + unreadable
                + " of them unreadable, by status " + byStatus);
    }

    /** What plain Jackson cannot read into the DTO with both fields that a team would write, nobody may take. */
    private static boolean isReadableByHand(String body) {
        try {
            BY_HAND.readValue(body);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private record ByHand(Long id, String bio, String description) {}

    private static void assertShape(HttpResponse<String> answer, boolean old, boolean current) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String json = answer.body();
        assertThat(json.contains("\"bio\":\"x\"")).as(json).isEqualTo(old);
        assertThat(json.contains("\"description\":\"x\"")).as(json).isEqualTo(current);
        assertThat(json.contains("bio") || json.contains("description"))
                .as(json)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void acceptsPostAndPutUnderEitherName(ApiPhase phase, String path) throws Exception {
        for (String name : new String[] {"bio", "description"}) {
            assertServed(phase, json(write(phase, "POST", path, "{'id':2,'" + name + "':'a'}")), "a");
            assertServed(phase, json(write(phase, "PUT", path + "/2", "{'" + name + "':'b'}")), "b");
            assertServed(phase, json(servers.get(phase).get(path + "/2")), "b");
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

    Stream<Arguments> retiredCells() {
        return cells().filter(cell -> !((ApiPhase) cell.get()[0]).acceptsOld());
    }

    @ParameterizedTest
    @MethodSource("retiredCells")
    void answersTheRetiredNameNamingBothFields(ApiPhase phase, String path) throws Exception {
        write(phase, "POST", path, "{'id':6,'description':'base'}");
        for (String body : new String[] {"{'bio':'SECRET'}", "{'bio':null}", "{'description':'x','bio':'x'}"}) {
            assertProblem(write(phase, "POST", path, body), RenameProblems.RETIRED);
            assertProblem(write(phase, "PUT", path + "/6", body), RenameProblems.RETIRED);
            assertProblem(patch(phase, path + "/6", body), RenameProblems.RETIRED);
        }
        assertServed(phase, json(servers.get(phase).get(path + "/6")), "base");
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

    private HttpResponse<String> write(ApiPhase phase, String method, String path, String body) throws Exception {
        return servers.get(phase).send(method, path, "application/json", body.replace('\'', '"'));
    }

    private HttpResponse<String> patch(ApiPhase phase, String path, String body) throws Exception {
        return servers.get(phase).send("PATCH", path, "application/merge-patch+json", body.replace('\'', '"'));
    }
}
