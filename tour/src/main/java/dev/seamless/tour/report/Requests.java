package dev.seamless.tour.report;

import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Sample;
import dev.seamless.tour.timeline.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Every request, and what went on meanwhile, by the clock of the logs: for whoever asks why some were slow. */
public final class Requests {

    private Requests() {}

    /** Writes {@code requests.csv} and {@code spans.csv} into a directory. */
    public static void write(Figures figures, Path directory) throws IOException {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(directory.resolve("requests.csv")))) {
            file.println("begun,milliseconds,write,outcome,reason");
            for (Sample sample : figures.samples()) {
                file.printf(
                        Locale.ROOT,
                        "%s,%.2f,%b,%s,%s%n",
                        figures.clock(sample.begun()),
                        sample.millis(),
                        sample.write(),
                        sample.outcome(),
                        sample.reason());
            }
        }
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(directory.resolve("spans.csv")))) {
            file.println("from,to,kind,label");
            for (Span span : figures.spans()) {
                file.printf(
                        "%s,%s,%s,\"%s\"%n",
                        figures.clock(span.from()), figures.clock(span.to()), span.kind(), span.label());
            }
        }
    }
}
