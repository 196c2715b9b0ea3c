package dev.seamless.tour;

import dev.seamless.tour.report.Result;
import dev.seamless.tour.way.Move;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A way other than those of the tour, played for a test. */
public final class Played {

    private Played() {}

    /** Plays it, without chaos. */
    public static Result on(String name, List<Move> way, List<String> jvm, PrintStream out) throws Exception {
        Options options = Options.parse(
                List.of(
                        "--rate",
                        "160",
                        "--rows",
                        "5000",
                        "--directory",
                        directory().resolve(name).toString()),
                Main.module());
        return Main.tour(options, jvm, out).go(name, way);
    }

    /** Where its files are. */
    public static Path directory() {
        return Main.module().resolve("target/faults");
    }
}
