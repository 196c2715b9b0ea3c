package dev.seamless.tour.report;

import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Sample;
import dev.seamless.tour.timeline.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Every request, and what went on meanwhile, for whoever asks why some were slow. */
public final class Requests {

    private Requests() {}

    /** Writes {@code requests.csv} and {@code spans.csv} into a directory: times in milliseconds since the tour began. */
    public static void write(Figures figures, Path directory) throws IOException {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(directory.resolve("requests.csv")))) {
            file.println("begun,took,write,outcome,reason");
            for (Sample sample : figures.samples()) {
                file.printf(
                        Locale.ROOT,
                        "%.1f,%.2f,%b,%s,%s%n",
                        sample.begun() / 1e6,
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
                        Locale.ROOT,
                        "%.1f,%.1f,%s,\"%s\"%n",
                        span.from() / 1e6,
                        span.to() / 1e6,
                        span.kind(),
                        span.label());
            }
        }
    }
}
