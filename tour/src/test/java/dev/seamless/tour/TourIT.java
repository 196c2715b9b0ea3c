package dev.seamless.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.chaos.Disruption;
import dev.seamless.tour.report.HtmlReport;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.report.Table;
import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Span.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short tour with chaos, as part of every build: judged by the history, not by the time that it takes. */
class TourIT {

    @Test
    void nobodyNotices() throws Exception {
        Options options = Options.parse(
                List.of("--short", "--chaos", "--seed", "1", "--rate", "100", "--rows", "20000"), Main.module());
        Result result = Main.take(options);
        System.out.println(Table.of(result));
        Path report = options.directory().resolve("report.html");
        Files.writeString(report, HtmlReport.of(result));
        assertThat(result.violations()).isEmpty();
        assertThat(result.figures().failures(false)).isEmpty();
        assertThat(result.ended()).isNull();
        assertThat(result.figures().setbacks(false)).isEmpty();
        assertThat(result.acknowledged()).isGreaterThan(2000);
        assertThat(result.reads()).isGreaterThan(1000);
        assertThat(result.looks()).isGreaterThan(5);
        assertThat(result.earned()).isPositive();
        assertThat(result.figures().spans(Kind.CHAOS))
                .extracting(Span::label)
                .contains(
                        Arrays.stream(Disruption.values()).map(Object::toString).toArray(String[]::new));
        assertThat(report).content().contains("Nobody noticed.").doesNotContain("${");
    }
}
