package dev.seamless.tour.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofPageTest {

    private static final String PAGE =
            "before\n<!-- totals -->\nold\n<!-- end -->\nbetween\n<!-- seeds -->\n<!-- end -->\nafter\n"
                    + "<!-- latency -->\n<!-- end -->\n<!-- faults -->\nseen before\n<!-- end -->\nat last\n";

    @TempDir
    private Path directory;

    private Path page;
    private Path results;

    @BeforeEach
    void twoTours() throws Exception {
        page = Files.writeString(directory.resolve("proof.md"), PAGE);
        results = Files.writeString(
                directory.resolve("results.jsonl"), tour(1, 600_000, 0, 2.5) + tour(2, 500_000, 1, 3.5));
    }

    private static String tour(int seed, int acknowledged, int lost, double p99) {
        return """
                {"way":"full","seed":%d,"chaos":true,"seconds":90,"acknowledged":%d,"reads":7,"looks":3,\
                "violations":{"LOST":%d,"STALE":0},"failed":{},"failedInChaos":{"timed out":4},\
                "disruptions":{"SIGSTOP":2},"quietP99":2.0,"startingP99":8.0,\
                "moves":[{"move":"expand","undisturbed":10,"p99":99},{"move":"align","undisturbed":900,"p99":%s}],\
                "briefMoves":{"undisturbed":410,"p50":1.0,"p99":2.6}}
                """.formatted(seed, acknowledged, lost, p99);
    }

    @Test
    void totalsAreSumsOfAllTours() throws Exception {
        ProofPage.fill(page, results, null);
        assertThat(page)
                .content()
                .contains("| acknowledged writes | 1,100,000 |")
                .contains("| seeds | 2 |")
                .contains("| **lost writes** | **1** |")
                .contains("| **failed requests** | **0** |")
                .contains("| failed while something went wrong on purpose | 8 |\n| of these: timed out | 8 |\n")
                .doesNotContain("old");
    }

    @Test
    void eachTourHasALine() throws Exception {
        ProofPage.fill(page, results, null);
        assertThat(page)
                .content()
                .contains("| full | 1 | yes | 1.5 | 600,000 | 0 | 0 | 4 | 2.0 | 2.5 |")
                .contains("| full | 2 | yes | 1.5 | 500,000 | 1 | 0 | 4 | 2.0 | 3.5 |");
    }

    @Test
    void movesAreMeasuredWhereNothingWentWrongAndOnlyByEnoughRequests() throws Exception {
        String quietly = tour(1, 1, 0, 2.5)
                .replace("\"chaos\":true", "\"chaos\":false")
                .replace("\"moves\":[", "\"moves\":[{\"move\":\"quiet\",\"undisturbed\":900,\"p99\":77},");
        Files.writeString(results, quietly, StandardOpenOption.APPEND);
        ProofPage.fill(page, results, null);
        assertThat(page)
                .content()
                .contains(
                        "| align | 900 | 0.0 | 2.5 | 1.3 |\n| the briefer moves together | 410 | 1.0 | 2.6 | 1.3 |\n"
                                + "| of these: expand | 10 | 0.0 | 99.0 | 49.5 |\n| while a JVM starts |  |  | 8.0 | 4.0 |\n<!-- end -->")
                .doesNotContain("77");
    }

    @Test
    void theRestStaysAsItIsAndASecondTimeChangesNothing() throws Exception {
        ProofPage.fill(page, results, null);
        String once = Files.readString(page);
        assertThat(once)
                .startsWith("before\n")
                .contains("<!-- end -->\nbetween\n")
                .endsWith("at last\n");
        ProofPage.fill(page, results, null);
        assertThat(page).content().isEqualTo(once);
    }

    @Test
    void theTableOfFaultsIsTakenAsItIs() throws Exception {
        Path faults = Files.writeString(directory.resolve("faults.md"), "| taken out | seen |\n");
        ProofPage.fill(page, results, faults);
        assertThat(page)
                .content()
                .contains("<!-- faults -->\n| taken out | seen |\n<!-- end -->")
                .doesNotContain("seen before");
    }

    @Test
    void aPageWithoutAPlaceIsRefused() throws Exception {
        Files.writeString(page, "nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> ProofPage.fill(page, results, null));
    }
}
