package dev.seamless.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    private static final Map<String, String> PLATFORMS = Map.of("ios", "", "web", "");

    @ParameterizedTest
    @CsvSource({
        "1.4.0,        1.5.0",
        "1.9.0,        1.10.0",
        "1.4.9,        1.4.10",
        "2026.9.30,    2026.11.2",
        "1.5.0-beta.1, 1.5.0",
        "1.4.9,        1.5.0-beta.1",
        "1.5.0-rc1+7,  1.5.0+1",
        "0.0.0,        1048575.1048575.1048575"
    })
    void comesBefore(String earlier, String later) {
        assertThat(Version.of(earlier).isBefore(Version.of(later))).isTrue();
        assertThat(Version.of(later).isBefore(Version.of(earlier))).isFalse();
        assertThat(Version.of(earlier)).isLessThan(Version.of(later));
    }

    @Test
    void ignoresBuildMetadata() {
        assertThat(Version.of("1.4.0+build.7")).isEqualTo(Version.of("1.4.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.4",
                "1.4.0.0",
                "1.4.",
                ".1.4",
                "1..4",
                "01.4.0",
                "1.04.0",
                "1.4.00",
                "-1.4.0",
                "+1.4.0",
                "1.4.0-",
                "1.4.0+",
                "1.4.0 ",
                " 1.4.0",
                "1.4.x",
                "1.4.0-ü",
                "1048576.0.0",
                "99999999999999999999.0.0",
                "1.4.0_1",
                "١.٤.٠",
                "1.4.0-a\r\nb",
                "v1.4.0"
            })
    void isNoVersion(String text) {
        assertThat(Version.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Version.of(text)).withMessageContaining("three parts");
        assertThat(ClientVersion.parse("ios/" + text, PLATFORMS)).isNull();
    }

    @Test
    void readsAClient() {
        assertThat(ClientVersion.parse("ios/1.4.0", PLATFORMS))
                .isEqualTo(new ClientVersion("ios", Version.of("1.4.0")))
                .hasToString("ios/1.4.0");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "/1.4.0",
                "ios",
                "ios/",
                "IOS/1.4.0",
                "android/1.4.0",
                "ios//1.4.0",
                " ios/1.4.0",
                "ios/1.4.0,ios/1.5.0"
            })
    void anythingElseIsAnUnknownClient(String header) {
        assertThat(ClientVersion.parse(header, PLATFORMS)).isNull();
    }

    @Test
    void aLongHeaderIsAnUnknownClient() {
        assertThat(ClientVersion.parse("ios/1.4.0-" + "a".repeat(55), PLATFORMS))
                .isNull();
        assertThat(ClientVersion.parse("ios/1.4.0-" + "a".repeat(54), PLATFORMS))
                .isNotNull();
    }

    @Test
    void generatedHeadersNeverThrow() {
        Random random = new Random(42);
        List<String> pieces =
                List.of("ios", "web", "/", "1", "4", "0", ".", "-", "+", "\r", "\n", "\0", "é", "999999999", " ");
        int known = 0;
        int runs = "proof".equals(System.getProperty("seamless-test.size")) ? 1_000_000 : 20_000;
        for (int i = 0; i < runs; i++) {
            String header = Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                    .limit(random.nextInt(1, 12))
                    .reduce(i % 2 == 0 ? "" : "ios/1.4.0", String::concat);
            ClientVersion client = ClientVersion.parse(header, PLATFORMS);
            if (client != null) {
                known++;
                assertThat(header)
                        .startsWith(client.platform() + "/")
                        .matches("\\p{ASCII}+")
                        .doesNotContain("\r", "\n");
            }
        }
        assertThat(known).isPositive().isLessThan(runs / 2);
    }
}
