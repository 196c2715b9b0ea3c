package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start says. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void oneLineSaysWhatBecomesOfTheRename(CapturedOutput output) {
        try (FreshDatabase database = TestDatabase.H2.open();
                RunningUsers users = RunningUsers.start(database)) {
            assertThat(users.get("/api/users/1").status()).isEqualTo(200);
            assertThat(output.getOut().lines().filter(line -> line.contains("Rename user-bio")))
                    .singleElement()
                    .asString()
                    .contains(
                            "schema DUAL_WRITE",
                            "api BOTH",
                            "columns users (bio -> description)",
                            "json bio -> description",
                            "com.example.users.User.description",
                            "com.example.users.UserDto.description");
        }
    }

    @Test
    void aRefusedStartSaysWhatToDo(CapturedOutput output) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            assertThatThrownBy(() -> RunningUsers.start(database, "--seamless.renames.user-boi.schema=new"));
            assertThat(output.getOut()).contains("APPLICATION FAILED TO START", "Action:", "Did you mean 'user-bio'?");
        }
    }

    @Test
    void aSchemaThatDoesNotFitThePhaseIsRefusedWithTheSqlToRun(CapturedOutput output) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            assertThatThrownBy(() ->
                    RunningUsers.start(database, "--spring.flyway.target=1", "--spring.jpa.hibernate.ddl-auto=none"));
            assertThat(output.getOut())
                    .contains("APPLICATION FAILED TO START", "user-bio")
                    .contains("users add column description");
        }
    }
}
