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
                    + "<!-- latency -->\n<!-- end -->\n<!-- kept -->\n<!-- end -->\n<!-- faults -->\nseen before\n<!-- end -->\nat last\n";

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
                {"way":"full","seed":%d,"chaos":true,"commit":"abc","seconds":90,"acknowledged":%d,"reads":7,"looks":3,\
                "violations":{"LOST":%d,"STALE":0},"failed":{},"failedInChaos":{"timed out":4},\
                "disruptions":{"SIGSTOP":2},"quietP99":2.0,"startingP99":8.0,\
                "moves":[{"move":"expand","undisturbed":10,"p99":99},{"move":"align","undisturbed":900,"p99":%s,"slowest":30}]}
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
                .contains("| full | 1 | yes | abc | 1.5 | 600,000 | 0 | 0 | 4 | 2.0 | 2.5 |")
                .contains("| full | 2 | yes | abc | 1.5 | 500,000 | 1 | 0 | 4 | 2.0 | 3.5 |");
    }

    @Test
    void movesAreMeasuredWhereNothingWentWrongBesideTheQuietPartsOfTheirOwnTour() throws Exception {
        append(2.0, 2.6, 8);
        append(3.0, 3.0, 9);
        append(4.0, 9.0, 7);
        ProofPage.fill(page, results, null);
        assertThat(page)
                .content()
                .contains("""
                        | quiet parts |  | 0.0 | 3.0 |  | 1 |  |
                        | align | 2,700 | 0.0 | 3.0 | 9.0 | 1.3 | 2.3 |
                        | all migrations and passes, while they were at work | 300 | 0.0 | 6.0 | 0.0 | 2.0 | 3.0 |
                        | while a JVM starts |  |  | 8.0 |  | 2.7 | 4.0 |
                        """)
                .contains("In 3 tours, 2 moves of 3 were within 1.5 times; in the median of the tours, 1 of 1.")
                .doesNotContain("77");
    }

    private void append(double quietP99, double p99, int slowest) throws Exception {
        String line = """
                {"way":"full","seed":1,"chaos":false,"quietP99":%s,"startingP99":8.0,"working":{"undisturbed":100,"p99":6},"moves":[\
                {"move":"quiet","undisturbed":900,"p99":77},{"move":"clients come","undisturbed":0,"p99":0},\
                {"move":"align","undisturbed":900,"p99":%s,"slowest":%d}]}
                """.formatted(quietP99, p99, slowest);
        Files.writeString(results, line, StandardOpenOption.APPEND);
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
