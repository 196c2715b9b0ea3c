package dev.seamless.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path MODULE = Path.of("/somewhere/tour");

    @Test
    void withoutAnyThereIsNoChaos() {
        Options options = Options.parse(List.of(), MODULE);
        assertThat(options.chaos()).isFalse();
        assertThat(options.brief()).isFalse();
        assertThat(options.directory()).isEqualTo(MODULE.resolve("target/tour"));
    }

    @Test
    void aSeedRepeatsATour() {
        Options options = Options.parse(List.of("--chaos", "--seed", "7"), MODULE);
        assertThat(options.chaos()).isTrue();
        assertThat(options.seed()).isEqualTo(7);
    }

    @Test
    void whatIsMistypedIsAnsweredWithWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--chao"), MODULE))
                .withMessageContaining("--chao'")
                .withMessageContaining("--seed N");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--seed"), MODULE))
                .withMessageContaining("--seed needs a value");
    }
}
