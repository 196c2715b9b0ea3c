package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rolling deploys: the instance of the next phase comes up beside that of the phase before, and only then that one goes. */
class RollingFleetTest {

    private static final String ADA = "/api/users/1";

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRESQL"})
    void goForthAndBackAlongTheWholeWay(TestDatabase databases) {
        try (FreshDatabase database = databases.open()) {
            Rolling rolling = new Rolling(database, "old", 1);
            rolling.to("old", 2);
            rolling.refuses("read-new", 2);
            rolling.refuses("new", 2);
            rolling.to("dual-write", 2);
            rolling.refuses("read-new", 2);
            rolling.runs("backfill");
            rolling.refuses("new", 2);
            rolling.to("dual-write", 3);
            rolling.refuses("old", 3);
            rolling.to("read-new", 3);
            rolling.refuses("old", 3);
            rolling.to("dual-write", 3);
            rolling.to("read-new", 4);
            rolling.refuses("old", 4);
            rolling.to("new", 4);
            rolling.refuses("dual-write", 4);
            rolling.to("read-new", 4);
            rolling.refuses("dual-write", 4);
            rolling.runs("reverse-backfill");
            rolling.to("dual-write", 4);
            rolling.refuses("new", 4);
            rolling.to("read-new", 4);
            rolling.refusesToContract("read-new");
            rolling.to("new", 4);
            rolling.to("new", 5);
            rolling.stop();
        }
    }

    /** One instance that serves, and what comes beside it. */
    private static final class Rolling {

        private final FreshDatabase database;
        private RunningUsers serving;
        private int writes;

        Rolling(FreshDatabase database, String phase, int migrated) {
            this.database = database;
            this.serving = start(phase, migrated);
        }

        void to(String phase, int migrated) {
            RunningUsers next = start(phase, migrated);
            for (RunningUsers writer : List.of(serving, next)) {
                String token = "write " + ++writes;
                assertThat(writer.patch(ADA, "{\"description\":\"" + token + "\"}")
                                .status())
                        .isEqualTo(200);
                for (RunningUsers reader : List.of(serving, next)) {
                    assertThat(reader.get(ADA).text()).as("beside %s", phase).contains(token);
                }
            }
            serving.close();
            serving = next;
        }

        void refuses(String phase, int migrated) {
            assertThatThrownBy(() -> start(phase, migrated).close()).hasStackTraceContaining("may not enter phase");
        }

        void refusesToContract(String phase) {
            assertThatThrownBy(() -> start(phase, 5).close()).hasStackTraceContaining("may not begin contract");
        }

        void runs(String command) {
            RunningUsers.command(
                    database, 2, "--seamless.run=" + command, "--seamless.renames.user-bio.schema=dual-write");
        }

        void stop() {
            serving.close();
        }

        private RunningUsers start(String phase, int migrated) {
            return RunningUsers.start(
                    database,
                    "--spring.flyway.target=" + migrated + ".9?",
                    "--spring.jpa.hibernate.ddl-auto=none",
                    "--seamless.renames.user-bio.schema=" + phase,
                    "--seamless.renames.user-bio.api=both");
        }
    }
}
