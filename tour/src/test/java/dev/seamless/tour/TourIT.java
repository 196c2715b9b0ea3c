package dev.seamless.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.report.HtmlReport;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.report.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short tour, as part of every build: judged by the history, not by the time that it takes. */
class TourIT {

    @Test
    void nobodyNotices() throws Exception {
        Options options = Options.parse(List.of("--short", "--rate", "100", "--rows", "20000"), Main.module());
        Result result = Main.take(options);
        System.out.println(Table.of(result));
        Path report = options.directory().resolve("report.html");
        Files.writeString(report, HtmlReport.of(result));
        assertThat(result.violations()).isEmpty();
        assertThat(result.figures().failures(false)).isEmpty();
        assertThat(result.ended()).isNull();
        assertThat(result.acknowledged()).isPositive();
        assertThat(report).content().contains("Nobody noticed.").doesNotContain("${");
    }
}
