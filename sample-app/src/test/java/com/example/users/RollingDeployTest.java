package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.users.RunningUsers.Answer;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API boundary from one end to the other, with two instances that are replaced one after the other. */
class RollingDeployTest {

    private static final String ADA = "/api/users/1";
    private static final String OLD_CLIENT = "ios/1.4.0";
    private static final String NEW_CLIENT = "ios/1.5.0";

    private int writes;

    @Test
    void noWriteIsDroppedAndNoClientMissesItsName() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            List<RunningUsers> fleet = new ArrayList<>(List.of(old(database), old(database)));
            try {
                work(fleet, OLD_CLIENT, "bio");
                for (String phase : List.of("both", "serve-new", "new")) {
                    for (int i = 0; i < fleet.size(); i++) {
                        fleet.get(i).close();
                        fleet.set(i, next(database, phase));
                        boolean bothEverywhere = !phase.equals("both") || i == fleet.size() - 1;
                        work(fleet, OLD_CLIENT, "bio");
                        if (bothEverywhere) {
                            work(fleet, NEW_CLIENT, "description");
                        }
                    }
                }
                assertThat(fleet.get(0).get(ADA, "x-version", OLD_CLIENT).status())
                        .isEqualTo(426);
            } finally {
                fleet.forEach(RunningUsers::close);
            }
        }
    }

    /** Writes through each instance, and reads what was written through the other one. */
    private void work(List<RunningUsers> fleet, String client, String name) {
        for (RunningUsers writer : fleet) {
            String text = "write " + ++writes;
            Answer written = writer.patch(ADA, "{\"" + name + "\":\"" + text + "\"}", "x-version", client);
            if (written.status() == 426) {
                assertThat(client).isEqualTo(OLD_CLIENT);
                continue;
            }
            assertThat(written.status()).isEqualTo(200);
            for (RunningUsers reader : fleet) {
                Answer read = reader.get(ADA, "x-version", client);
                if (read.status() == 426) {
                    assertThat(client).isEqualTo(OLD_CLIENT);
                    continue;
                }
                assertThat(read.names()).containsExactly(name);
                assertThat(read.body().get(name).asString()).isEqualTo(text);
            }
        }
    }

    private static RunningUsers old(FreshDatabase database) {
        return start(database, "old", "1.4.0", "1.4.9", "1.0.0", "1.0.0");
    }

    private static RunningUsers next(FreshDatabase database, String phase) {
        return phase.equals("both")
                ? start(database, phase, "1.4.0", "1.6.0", "1.0.0", "1.2.0")
                : start(database, phase, "1.5.0", "1.6.0", "1.1.0", "1.2.0");
    }

    private static RunningUsers start(
            FreshDatabase database, String phase, String minimum, String latest, String webMinimum, String webLatest) {
        return RunningUsers.start(
                database,
                "--seamless.renames.user-bio.api=" + phase,
                "--seamless.renames.user-bio.cutoff.ios=1.5.0",
                "--seamless.gate.platforms.ios.minimum=" + minimum,
                "--seamless.gate.platforms.ios.latest=" + latest,
                "--seamless.gate.platforms.web.minimum=" + webMinimum,
                "--seamless.gate.platforms.web.latest=" + webLatest);
    }
}
