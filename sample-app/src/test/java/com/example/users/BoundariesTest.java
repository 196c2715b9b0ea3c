package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.users.RunningUsers.Answer;
import dev.seamless.ApiPhase;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each phase of one boundary with each phase of the other: what is served does not depend on what is stored. */
class BoundariesTest {

    private static final String ADA = "/api/users/1";

    static Stream<Arguments> combinations() {
        return Arrays.stream(SchemaPhase.values())
                .flatMap(schema -> Arrays.stream(ApiPhase.values()).map(api -> Arguments.of(schema, api)));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("combinations")
    void moveIndependently(SchemaPhase schema, ApiPhase api) {
        try (FreshDatabase database = TestDatabase.H2.open();
                RunningUsers users = RunningUsers.start(
                        database,
                        "--spring.flyway.target=" + migrated(schema) + ".9?",
                        "--seamless.renames.user-bio.schema=" + spelled(schema),
                        "--seamless.renames.user-bio.api=" + spelled(api),
                        "--seamless.gate.platforms.web.latest=" + (api == ApiPhase.OLD ? "1.0.0" : "1.2.0"),
                        "--seamless.gate.platforms.web.minimum=" + (api.servesOld() ? "1.0.0" : "1.1.0"))) {
            assertServed(users.patch(ADA, "{\"description\":\"by the new\"}"), api, "by the new");
            assertStored(users.row(1), schema, "by the new");
            Answer byTheOld = users.patch(ADA, "{\"bio\":\"by the old\"}");
            if (api.acceptsOld()) {
                assertServed(byTheOld, api, "by the old");
                assertStored(users.row(1), schema, "by the old");
            } else {
                assertThat(byTheOld.status()).isEqualTo(400);
                assertStored(users.row(1), schema, "by the new");
            }
        }
    }

    private static void assertServed(Answer answer, ApiPhase api, String text) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.names().contains("bio")).isEqualTo(api.servesOld());
        assertThat(answer.names().contains("description")).isEqualTo(api.servesNew());
        answer.names()
                .forEach(name -> assertThat(answer.body().get(name).asString()).isEqualTo(text));
    }

    private static void assertStored(Map<String, Object> row, SchemaPhase schema, String text) {
        String before = "Wrote the first program.";
        assertThat(row).containsEntry("bio", schema.writesOld() ? text : before);
        assertThat(row).containsEntry("description", schema.writesNew() ? text : before);
    }

    /** As far as the table is fit for the phase. */
    private static int migrated(SchemaPhase schema) {
        return switch (schema) {
            case OLD, DUAL_WRITE -> 2;
            case READ_NEW -> 3;
            case NEW -> 4;
        };
    }

    private static String spelled(Enum<?> phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
