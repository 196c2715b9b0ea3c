package dev.seamless.tour;

import dev.seamless.tour.report.HtmlReport;
import dev.seamless.tour.report.ProofPage;
import dev.seamless.tour.report.Requests;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.report.ResultLine;
import dev.seamless.tour.report.Table;
import dev.seamless.tour.way.Ways;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code mvn -q -Ptour}: takes the tour. Exit code 0 if nobody noticed anything. */
public final class Main {

    private Main() {}

    /** Takes the tour, or makes the tables of the proof page. */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(arguments), module());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(Options options) throws Exception {
        Path results = options.results() == null ? module().resolve("target/results.jsonl") : options.results();
        if (options.page() != null) {
            ProofPage.fill(options.page(), results, options.faults());
            return true;
        }
        Result result = take(options);
        System.out.println();
        System.out.println(Table.of(result));
        Path report = options.directory().resolve("report.html");
        Files.writeString(report, HtmlReport.of(result));
        Requests.write(result.figures(), options.directory());
        ResultLine.append(result, Commit.of(module()), results);
        System.out.println("With charts: " + report.toAbsolutePath());
        System.out.println(result.isClean() ? "Nobody noticed." : "Somebody noticed.");
        return result.isClean();
    }

    static Result take(Options options) throws Exception {
        Tour tour = tour(options, List.of(), System.out);
        return options.brief() ? tour.go("short", Ways.brief()) : tour.go("full", Ways.full(options.chaos() ? 3 : 8));
    }

    static Tour tour(Options options, List<String> jvm, PrintStream out) {
        // Of java.net.http and the JDK's HTTP server: an idle connection ends before the other side gives it up; no
        // delay.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        System.setProperty("jdk.httpclient.connectionPoolSize", "0");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path jar = options.app() == null ? module().resolve("target/app/sample-app.jar") : options.app();
        if (!Files.exists(jar)) {
            throw new IllegalArgumentException(jar + " is not there: mvn -DskipTests package makes it.");
        }
        return new Tour(options, jar, jvm, out);
    }

    /** The directory of the module, whose target/classes this class comes from. */
    static Path module() {
        try {
            Path classes = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(classes) ? classes.resolve("../..").normalize() : Path.of("tour");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
