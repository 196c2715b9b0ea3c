package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules that the guide tells of are those of the files to be loaded, and ask for meters that it describes. */
class AlertsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void thePageAndTheFilesHaveTheSameRules() throws IOException {
        List<String> loaded = rules();

        assertThat(loaded).isNotEmpty().doesNotHaveDuplicates();
        assertThat(all("operating.md", "\\| `([^`]*seamless_[^`]*)`")).containsExactlyInAnyOrderElementsOf(loaded);
    }

    @Test
    void theirMetersAreThoseOfTheGuide() throws IOException {
        List<String> meters = Stream.concat(
                        all("fleet.md", "\\| `(seamless\\.[a-z.]+)`").stream(),
                        all("gate.md", "\\| `(seamless\\.[a-z.]+)`").stream())
                .map(meter -> meter.replace('.', '_'))
                .toList();

        List<String> asked = rules().stream()
                .flatMap(rule -> found(rule, "(seamless_[a-z_]+?)(?:_total)?\\b").stream())
                .distinct()
                .toList();

        assertThat(asked).containsExactlyInAnyOrderElementsOf(meters);
    }

    private static List<String> rules() throws IOException {
        return Stream.concat(
                        all("alerts.yml", "expr: (.*)").stream(), all("alerts-old-name.yml", "expr: (.*)").stream())
                .toList();
    }

    private static List<String> all(String page, String pattern) throws IOException {
        return found(Files.readString(DOCS.resolve(page)), pattern);
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
