package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.users.RunningUsers.Answer;
import dev.seamless.ApiPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An old client and a new one at work over HTTP, in each phase of the API boundary. */
class NamesOverHttpTest {

    @Nested
    class InOld extends InPhase {
        InOld() {
            super(ApiPhase.OLD);
        }
    }

    @Nested
    class InBoth extends InPhase {
        InBoth() {
            super(ApiPhase.BOTH);
        }
    }

    @Nested
    class InServeNew extends InPhase {
        InServeNew() {
            super(ApiPhase.SERVE_NEW);
        }
    }

    @Nested
    class InNew extends InPhase {
        InNew() {
            super(ApiPhase.NEW);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class InPhase {

        private static final String OLD_NAME = "bio";
        private static final String NEW_NAME = "description";
        private static final String ADA = "/api/users/1";

        private final ApiPhase phase;
        private FreshDatabase database;
        private RunningUsers users;

        InPhase(ApiPhase phase) {
            this.phase = phase;
        }

        @BeforeAll
        void start() {
            database = TestDatabase.H2.open();
            users = RunningUsers.start(
                    database,
                    // No client of the page is out that the phase would be wrong for.
                    "--seamless.gate.platforms.web.latest=" + (phase == ApiPhase.OLD ? "1.0.0" : "1.2.0"),
                    "--seamless.gate.platforms.web.minimum=" + (phase.servesOld() ? "1.0.0" : "1.1.0"),
                    "--seamless.renames.user-bio.api="
                            + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        @AfterAll
        void stop() {
            users.close();
            database.close();
        }

        @BeforeEach
        void reset() {
            assertThat(users.put(ADA, user("description", "\"before\"")).status())
                    .isEqualTo(200);
        }

        @Test
        void getServesTheNamesOfThePhase() {
            assertServed(users.get(ADA), "before");
            JsonNode listed =
                    users.get("/api/users?size=1&sort=id").body().get("content").get(0);
            assertNames(listed, "before");
        }

        @ParameterizedTest
        @ValueSource(strings = {OLD_NAME, NEW_NAME})
        void postTakesEitherName(String name) {
            Answer answer = users.post("/api/users", user(name, "\"posted\"").replace("ada", "ada-" + name));
            if (refused(name)) {
                assertRefused(answer);
                return;
            }
            assertThat(answer.status()).isEqualTo(201);
            assertNames(answer.body(), "posted");
            assertThat(users.delete("/api/users/" + answer.body().get("id").asLong())
                            .status())
                    .isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {OLD_NAME, NEW_NAME})
        void putTakesEitherName(String name) {
            Answer answer = users.put(ADA, user(name, "\"put\""));
            if (refused(name)) {
                assertRefused(answer);
                assertWritten("before");
                return;
            }
            assertServed(answer, "put");
            assertWritten("put");
        }

        @ParameterizedTest
        @ValueSource(strings = {OLD_NAME, NEW_NAME})
        void patchTellsAValueFromNullAndFromAbsent(String name) {
            Answer value = users.patch(ADA, "{\"" + name + "\":\"patched\"}");
            if (refused(name)) {
                assertRefused(value);
                assertWritten("before");
                return;
            }
            assertServed(value, "patched");
            assertServed(users.patch(ADA, "{\"displayName\":\"Ada King\"}"), "patched");
            assertServed(users.patch(ADA, "{\"" + name + "\":null}"), null);
            assertWritten(null);
        }

        @Test
        void bothNamesThatAgreeAreTaken() {
            Answer answer = users.put(ADA, user(NEW_NAME, "\"same\",\"bio\":\"same\""));
            if (refused(OLD_NAME)) {
                assertRefused(answer);
                return;
            }
            assertServed(answer, "same");
        }

        @Test
        void bothNamesThatDifferAreRefusedAndNoValueIsTold() {
            Answer answer = users.put(ADA, user(NEW_NAME, "\"secret one\",\"bio\":\"secret two\""));
            assertRefused(answer);
            assertThat(answer.body().toString()).doesNotContain("secret");
            assertWritten("before");
        }

        @Test
        void inAPatchTheNameWinsWhoseValueDiffersFromTheStoredOne() {
            Answer answer = users.patch(ADA, "{\"description\":\"before\",\"bio\":\"changed\"}");
            if (refused(OLD_NAME)) {
                assertRefused(answer);
                return;
            }
            assertServed(answer, "changed");
        }

        @Test
        void badInputIsAProblemDetail() {
            for (Answer answer : List.of(
                    users.get("/api/users/4711"),
                    users.get("/api/users?sort=nonsense"),
                    users.post("/api/users", "{\"handle\":\"\"}"),
                    users.post("/api/users", user(NEW_NAME, "null").replace("ada", "grace")),
                    users.post("/api/users", "{\"handle\":"),
                    users.patch(ADA, "{\"displayName\":\"\"}"),
                    users.patch(ADA, "{\"displayName\":"),
                    users.patch(ADA, "{\"description\":{}}"))) {
                assertThat(answer.status()).isBetween(400, 499);
                assertThat(answer.type()).isEqualTo("application/problem+json");
            }
        }

        private boolean refused(String name) {
            return name.equals(OLD_NAME) && !phase.acceptsOld();
        }

        private void assertRefused(Answer answer) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.body().get("detail").asString()).contains(OLD_NAME, NEW_NAME);
        }

        private void assertServed(Answer answer, String text) {
            assertThat(answer.status()).isEqualTo(200);
            assertNames(answer.body(), text);
        }

        private void assertNames(JsonNode user, String text) {
            assertThat(user.has(OLD_NAME)).isEqualTo(phase.servesOld());
            assertThat(user.has(NEW_NAME)).isEqualTo(phase.servesNew());
            for (String name : new String[] {OLD_NAME, NEW_NAME}) {
                if (user.has(name)) {
                    assertThat(user.get(name).asString(null)).isEqualTo(text);
                }
            }
        }

        private void assertWritten(String text) {
            assertThat(users.row(1)).containsEntry(OLD_NAME, text).containsEntry(NEW_NAME, text);
        }

        private static String user(String name, String value) {
            return "{\"handle\":\"ada\",\"displayName\":\"Ada Lovelace\",\"" + name + "\":" + value + "}";
        }
    }
}
