package com.example.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The page at / in a real browser, where there is one: each version of the client that it plays. */
@EnabledIf("browserIsThere")
class PageTest {

    private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

    private static FreshDatabase database;
    private static RunningUsers users;

    @TempDir
    private Path profile;

    static boolean browserIsThere() {
        return BROWSERS.stream().anyMatch(Files::isExecutable);
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.H2.open();
        users = RunningUsers.start(database);
    }

    @AfterAll
    static void stop() {
        users.close();
        database.close();
    }

    @Test
    void aClientWithoutAVersionSeesBothNames() throws Exception {
        assertThat(page("")).contains("DUAL_WRITE", "BOTH", json("bio"), json("description"));
    }

    @Test
    void anOldClientSeesTheOldNameAndIsToldOfANewVersion() throws Exception {
        assertThat(page("?as=web/1.0.0"))
                .contains(json("bio"), "A new version is available: 1.2.0.")
                .doesNotContain(json("description"));
    }

    @Test
    void aNewClientSeesTheNewName() throws Exception {
        assertThat(page("?as=web/1.2.0"))
                .contains(json("description"))
                .doesNotContain(json("bio"), "A new version is available: 1.2.0.");
    }

    @Test
    void aClientBelowTheFloorIsStopped() throws Exception {
        assertThat(page("?as=web/0.9.0"))
                .contains("Upgrade to 1.0.0 or later to continue.", "<main id=\"app\" hidden=\"\">");
    }

    /** A name as the page marks it up in the JSON of the API; the raw row has its names in upper case. */
    private static String json(String name) {
        return "\">\"" + name + "\"</span>";
    }

    private String page(String query) throws IOException, InterruptedException {
        Path dom = profile.resolve("dom.html");
        Process browser = new ProcessBuilder(Stream.of(
                                BROWSERS.stream()
                                        .filter(Files::isExecutable)
                                        .findFirst()
                                        .orElseThrow()
                                        .toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--user-data-dir=" + profile,
                                "--virtual-time-budget=10000",
                                "--dump-dom",
                                "http://localhost:" + users.port() + "/" + query)
                        .toList())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(dom);
    }
}
