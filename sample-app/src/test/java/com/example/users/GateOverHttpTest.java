package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.users.RunningUsers.Answer;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Clients of several versions on one row, until the old name can go. */
@ExtendWith(OutputCaptureExtension.class)
class GateOverHttpTest {

    private static final String ADA = "/api/users/1";
    private static final List<String> PLATFORM = List.of(
            "--management.endpoints.web.exposure.include=health,renames,metrics",
            "--seamless.gate.platforms.web.minimum=1.1.0",
            "--seamless.renames.user-bio.cutoff.ios=1.5.0");
    private static final String LATEST = "--seamless.gate.platforms.ios.latest=";
    private static final String FLOOR = "--seamless.gate.platforms.ios.minimum=";
    private static final String API = "--seamless.renames.user-bio.api=";

    private final FreshDatabase database = TestDatabase.H2.open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachClientSeesAndWritesTheNameThatItKnows() {
        try (RunningUsers users = start(FLOOR + "1.4.0", API + "both")) {
            assertThat(users.get(ADA, "x-version", "ios/1.4.0").names()).containsExactly("bio");
            assertThat(users.get(ADA, "x-version", "ios/1.5.0").names()).containsExactly("description");
            assertThat(users.get(ADA).names()).containsExactly("description", "bio");

            users.patch(ADA, "{\"bio\":\"by the old\"}", "x-version", "ios/1.4.0");
            assertThat(users.get(ADA, "x-version", "ios/1.5.0")
                            .body()
                            .get("description")
                            .asString())
                    .isEqualTo("by the old");
            users.patch(ADA, "{\"description\":\"by the new\"}", "x-version", "ios/1.5.0");
            assertThat(users.get(ADA, "x-version", "ios/1.4.0")
                            .body()
                            .get("bio")
                            .asString())
                    .isEqualTo("by the new");
            assertThat(users.row(1)).containsEntry("bio", "by the new").containsEntry("description", "by the new");
        }
    }

    @Test
    void aConflictIsDecidedByWhatTheClientKnows() {
        String both = "{\"handle\":\"ada\",\"displayName\":\"Ada\",\"bio\":\"old\",\"description\":\"new\"}";
        try (RunningUsers users = start(FLOOR + "1.4.0", API + "both")) {
            users.send("PUT", ADA, "application/json", both, "x-version", "ios/1.4.0");
            assertThat(users.row(1)).containsEntry("bio", "old").containsEntry("description", "old");
            users.send("PUT", ADA, "application/json", both, "x-version", "ios/1.5.0");
            assertThat(users.row(1)).containsEntry("bio", "new").containsEntry("description", "new");
            assertThat(users.put(ADA, both).status()).isEqualTo(400);
        }
    }

    @Test
    void everyAnswerToAKnownPlatformTellsItsBounds() {
        try (RunningUsers users = start(
                FLOOR + "1.4.0",
                API + "both",
                "--seamless.renames.user-bio.sunset=2027-03-01",
                "--seamless.renames.user-bio.deprecated=2026-11-01",
                "--seamless.gate.link=https://example.com/bio")) {
            for (String path : List.of(ADA, "/api/users/4711", "/nowhere", "/")) {
                Answer answer = users.get(path, "x-version", "ios/1.4.0");
                assertThat(answer.header("x-latest-version")).isEqualTo("1.6.0");
                assertThat(answer.header("x-min-version")).isEqualTo("1.4.0");
                assertThat(answer.header("Vary")).contains("x-version");
                assertThat(answer.header("Deprecation")).isEqualTo("@1793491200");
                assertThat(answer.header("Sunset")).isEqualTo("Mon, 01 Mar 2027 00:00:00 GMT");
                assertThat(answer.header("Link"))
                        .isEqualTo(
                                "<https://example.com/bio>; rel=\"deprecation\", <https://example.com/bio>; rel=\"sunset\"");
            }
            Answer current = users.get(ADA, "x-version", "ios/1.5.0");
            assertThat(current.header("x-min-version")).isEqualTo("1.4.0");
            assertThat(current.header("Deprecation") + current.header("Sunset") + current.header("Link"))
                    .isEmpty();
            assertThat(users.get(ADA).header("x-min-version")).isEmpty();
            assertThat(users.get(ADA).header("Vary")).contains("x-version");
            assertThat(users.get(ADA, "Origin", "http://other.example").header("Access-Control-Expose-Headers"))
                    .contains("x-latest-version", "x-min-version");
        }
    }

    @Test
    void theOldNameGoesStepByStep() {
        assertThatThrownBy(() -> start(FLOOR + "1.4.0", API + "serve-new"))
                .rootCause()
                .hasMessageContaining("Raise seamless.gate.platforms.ios.minimum to 1.5.0");
        try (RunningUsers users = start(FLOOR + "1.4.0", API + "both")) {
            assertThat(verdict(users).get("answer").asString()).isEqualTo("NO");
            assertThat(verdict(users).get("holding").toString()).contains("'ios'", "1.5.0");
        }
        try (RunningUsers users = start(FLOOR + "1.5.0", API + "both")) {
            Answer refused = users.get(ADA, "x-version", "ios/1.4.0");
            assertThat(refused.status()).isEqualTo(426);
            assertThat(refused.type()).isEqualTo("application/problem+json");
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
            assertThat(refused.header("x-min-version")).isEqualTo("1.5.0");
            assertThat(refused.body().get("type").asString()).isEqualTo("urn:seamless:problem:client-upgrade-required");
            assertThat(users.get("/actuator/health", "x-version", "ios/1.4.0").status())
                    .isEqualTo(200);
            assertThat(verdict(users).get("answer").asString()).isEqualTo("NOT_YET_KNOWN");
            users.patch(ADA, "{\"bio\":\"by an unknown client\"}");
            assertThat(verdict(users).get("answer").asString()).isEqualTo("NO");
            assertThat(verdict(users).get("holding").toString()).contains("Unknown clients use it");
            assertThat(users.get("/actuator/metrics/seamless.api.old.name?tag=direction:read&tag=platform:unknown")
                            .body()
                            .toString())
                    .contains("user-bio", "\"value\":1.0");
        }
        String reject = "--seamless.gate.unknown=reject";
        try (RunningUsers users = start(FLOOR + "1.5.0", API + "both", reject)) {
            assertThat(users.get(ADA).status()).isEqualTo(426);
            assertThat(users.get(ADA).body().get("type").asString())
                    .isEqualTo("urn:seamless:problem:client-version-required");
            assertThat(verdict(users).get("answer").asString()).isEqualTo("YES");
        }
        for (String phase : List.of("serve-new", "new")) {
            try (RunningUsers users = start(FLOOR + "1.5.0", API + phase, reject)) {
                assertThat(users.get(ADA, "x-version", "ios/1.5.0").names()).containsExactly("description");
            }
        }
    }

    @Test
    void hostileHeadersAreUnknownClientsAndLeaveNoTrace(CapturedOutput output) {
        Random random = new Random(7);
        List<String> pieces =
                List.of("ios", "/", "1", ".", "4", "0", "-", "%0d%0a", "<b>", "\t", "999999999999", "é", ",");
        int requests = "proof".equals(System.getProperty("seamless-test.size")) ? 100_000 : 10_000;
        try (RunningUsers users = start(FLOOR + "1.4.0", API + "both")) {
            for (int i = 0; i < requests; i++) {
                List<String> headers = new ArrayList<>();
                for (int copy = 0; copy <= random.nextInt(2); copy++) {
                    StringBuilder value = new StringBuilder("evil" + i);
                    random.ints(random.nextInt(40), 0, pieces.size()).forEach(piece -> value.append(pieces.get(piece)));
                    headers.addAll(List.of(
                            "x-version", value.toString().replace("é", "").strip()));
                }
                Answer answer = users.get(ADA, headers.toArray(String[]::new));
                assertThat(answer.names()).containsExactly("description", "bio");
                assertThat(answer.headers().map().toString()).doesNotContain("evil");
            }
            assertThat(users.get(ADA, "x-version", "ios/1.5.0", "x-version", "ios/1.5.0")
                            .names())
                    .containsExactly("description", "bio");
            assertThat(users.get("/actuator/metrics/seamless.client.requests")
                            .body()
                            .toString())
                    .contains("unknown")
                    .doesNotContain("evil");
            assertThat(output.getAll()).doesNotContain("evil");
        }
    }

    @Test
    void metersStayFewUnderManyVersions() {
        try (RunningUsers users = start(FLOOR + "1.4.0", LATEST + "9000.0.0", API + "both")) {
            for (int i = 0; i < 3_000; i++) {
                users.get("/api/users/1", "x-version", "ios/" + (i + 2) + ".0.0");
            }
            JsonNode tags = users.get("/actuator/metrics/seamless.client.requests")
                    .body()
                    .get("availableTags");
            tags.forEach(tag -> assertThat(tag.get("values").size()).isLessThanOrEqualTo(52));
            assertThat(tags.toString()).contains("other");
        }
    }

    private RunningUsers start(String... arguments) {
        List<String> all = new ArrayList<>(PLATFORM);
        if (List.of(arguments).stream().noneMatch(each -> each.startsWith(LATEST))) {
            all.add(LATEST + "1.6.0");
        }
        all.addAll(List.of(arguments));
        return RunningUsers.start(database, all.toArray(String[]::new));
    }

    private static JsonNode verdict(RunningUsers users) {
        return users.get("/actuator/renames").body().get("renames").get(0).get("oldName");
    }
}
