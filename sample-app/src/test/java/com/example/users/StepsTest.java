package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.users.RunningUsers.Answer;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The whole way of the sample's rename, by restarting it in one step after the other. */
class StepsTest {

    private static final String ADA = "/api/users/1";
    private static final String GRACE = "/api/users/2";

    /** A command beside the instances of step 2. */
    private static final int BACKFILL = 3;

    /** Forth, back from 3 to 0, forth, back from 7 to 5, and to the end. */
    private static final List<Integer> WAY = List.of(0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6, 7, 6, 5, 6, 7, 8);

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRESQL"})
    void everyStepReadsWhatTheStepBeforeItWrote(TestDatabase databases) {
        try (FreshDatabase database = databases.open()) {
            String last = "Wrote the first program.";
            for (int i = 0; i < WAY.size(); i++) {
                int step = WAY.get(i);
                if (step == BACKFILL) {
                    RunningUsers.command(database, step);
                }
                try (RunningUsers users = RunningUsers.inStep(database, step == BACKFILL ? 2 : step)) {
                    assertReads(users, step, ADA, last);
                    assertReads(users, step, GRACE, "Found the first bug.");
                    last = "written by start " + i + " in step " + step;
                    Answer written =
                            users.patch(ADA, "{\"" + (step < 7 ? "bio" : "description") + "\":\"" + last + "\"}");
                    assertThat(written.status()).isEqualTo(200);
                    assertReads(users, step, ADA, last);
                    assertColumns(users.row(1), step, last);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRESQL"})
    void aFreshDatabaseComesUpInTheLastStep(TestDatabase databases) {
        try (FreshDatabase database = databases.open();
                RunningUsers users = RunningUsers.inStep(database, 8)) {
            assertReads(users, 8, ADA, "Wrote the first program.");
            assertThat(users.row(1)).doesNotContainKey("bio");
        }
    }

    private static void assertReads(RunningUsers users, int step, String path, String text) {
        JsonNode user = users.get(path).body();
        assertThat(user.has("bio")).as("bio is served in step %s", step).isEqualTo(step < 6);
        assertThat(user.has("description"))
                .as("description is served in step %s", step)
                .isEqualTo(step > 1);
        user.properties().stream()
                .filter(each -> each.getKey().equals("bio") || each.getKey().equals("description"))
                .forEach(each -> assertThat(each.getValue().asString()).isEqualTo(text));
    }

    private static void assertColumns(Map<String, Object> row, int step, String text) {
        switch (step) {
            case 0, 1 -> assertThat(row).containsEntry("bio", text);
            case 2, 3, 4, 5, 6 -> assertThat(row).containsEntry("bio", text).containsEntry("description", text);
            case 7 -> assertThat(row).containsEntry("description", text);
            default -> assertThat(row).containsEntry("description", text).doesNotContainKey("bio");
        }
    }
}
