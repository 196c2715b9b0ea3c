package dev.seamless.tour;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param chaos whether things go wrong on purpose
 * @param brief whether only the way forth is gone, with few deploys
 * @param seed what goes wrong when, and which client asks for what
 * @param rate requests per second
 * @param writes the share of writes
 * @param rows how many rows there are at first
 * @param app the jar that is played, or {@code null}: as the build left it
 * @param results where a line with the figures is added
 * @param page a page whose tables are made from the results, instead of a tour; or {@code null}
 * @param faults a table of what was seen with something taken out, for that page; or {@code null}
 * @param directory where all else goes
 */
record Options(
        boolean chaos,
        boolean brief,
        long seed,
        int rate,
        double writes,
        int rows,
        @Nullable Path app,
        @Nullable Path results,
        @Nullable Path page,
        @Nullable Path faults,
        Path directory) {

    static final String USAGE = """
            --chaos            kill -9, SIGSTOP and restarts of the database, at random points
            --seed N           which random points; the same seed, the same points (default: 1)
            --short            the way forth alone, with few deploys
            --rate N           requests per second of all clients together (default: 100)
            --writes SHARE     the share of writes among them (default: 0.5)
            --rows N           how many rows the table has (default: 100000)
            --app JAR          the sample's jar (default: as the build left it)
            --directory DIR    where logs and the report go (default: target/tour of the module)
            --results FILE     adds a line with the figures of this tour
            --page FILE        no tour: makes the tables of this page from the lines of --results
            --faults FILE      and its table of planted faults from this file, which PlantedFaultsIT leaves
            """;

    /** Whether somebody looks at a terminal. */
    boolean terminal() {
        return System.console() != null && System.getenv("CI") == null;
    }

    static Options parse(List<String> arguments, Path module) {
        Parsed parsed = new Parsed();
        parsed.directory = module.resolve("target/tour");
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String option = left.poll();
            switch (option) {
                case "--chaos" -> parsed.chaos = true;
                case "--short" -> parsed.brief = true;
                case "--seed" -> parsed.seed = Long.parseLong(value(option, left));
                case "--rate" -> parsed.rate = Integer.parseInt(value(option, left));
                case "--writes" -> parsed.writes = Double.parseDouble(value(option, left));
                case "--rows" -> parsed.rows = Integer.parseInt(value(option, left));
                case "--app" -> parsed.app = Path.of(value(option, left));
                case "--directory" -> parsed.directory = Path.of(value(option, left));
                case "--results" -> parsed.results = Path.of(value(option, left));
                case "--page" -> parsed.page = Path.of(value(option, left));
                case "--faults" -> parsed.faults = Path.of(value(option, left));
                default -> throw new IllegalArgumentException("There is no option '" + option + "'.\n\n" + USAGE);
            }
        }
        return parsed.options();
    }

    private static String value(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value.\n\n" + USAGE);
        }
        return value;
    }

    private static final class Parsed {

        private boolean chaos;
        private boolean brief;
        private long seed = 1;
        private int rate = 100;
        private double writes = 0.5;
        private int rows = 100_000;
        private @Nullable Path app;
        private @Nullable Path results;
        private @Nullable Path page;
        private @Nullable Path faults;
        private Path directory = Path.of("target/tour");

        Options options() {
            return new Options(chaos, brief, seed, rate, writes, rows, app, results, page, faults, directory);
        }
    }
}
