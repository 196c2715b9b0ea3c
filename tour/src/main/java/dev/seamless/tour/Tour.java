package dev.seamless.tour;

import dev.seamless.tour.balancer.Balancer;
import dev.seamless.tour.chaos.Chaos;
import dev.seamless.tour.chaos.Plan;
import dev.seamless.tour.clients.Crowd;
import dev.seamless.tour.clients.Load;
import dev.seamless.tour.database.Database;
import dev.seamless.tour.fleet.App;
import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Fleet;
import dev.seamless.tour.fleet.StartArchive;
import dev.seamless.tour.history.History;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.report.Screen;
import dev.seamless.tour.timeline.Timeline;
import dev.seamless.tour.way.Agreement;
import dev.seamless.tour.way.Migrations;
import dev.seamless.tour.way.Move;
import dev.seamless.tour.way.Passes;
import dev.seamless.tour.way.Seeding;
import dev.seamless.tour.way.Stage;
import dev.seamless.tour.way.Ways;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Sets the stage, and goes a way on it. */
final class Tour {

    private static final int INSTANCES = 2;
    private static final int CLIENTS_OF_EACH_KIND = 8;
    private static final int ROWS_OF_EACH_CLIENT = 100;

    private final Options options;
    private final Path jar;
    private final List<String> jvm;
    private final PrintStream out;

    /**
     * A tour.
     *
     * @param jvm further options of the instances' JVMs
     */
    Tour(Options options, Path jar, List<String> jvm, PrintStream out) {
        this.options = options;
        this.jar = jar;
        this.jvm = jvm;
        this.out = out;
    }

    /** Goes the way to its end. */
    Result go(String name, List<Move> way) throws Exception {
        Path directory = options.directory();
        Directories.clear(directory);
        StartArchive archive = new StartArchive(jar, directory.resolveSibling("app-to-start"));
        try (Database database = new Database(directory.resolve("database"));
                Balancer balancer = new Balancer()) {
            List<String> all =
                    Stream.concat(archive.options().stream(), jvm.stream()).toList();
            App app = new App(archive.jar(), all, database, directory);
            Timeline timeline = new Timeline();
            Command command = new Command(app, timeline);
            Migrations migrations = new Migrations(command, timeline, directory.resolve("migrations"), jar);
            out.println("Making the sample ready to start");
            archive.unpack();
            migrations.first(Ways.START);
            // Without the further options: an agent forbids to make an archive.
            archive.make(new App(archive.jar(), archive.options(), database, directory), Ways.START);
            try (Fleet fleet = new Fleet(app, balancer, timeline, settling());
                    Chaos chaos = new Chaos(fleet, command, database, timeline)) {
                out.println("Starting " + INSTANCES + " instances");
                fleet.start(Ways.START, INSTANCES);
                return go(name, way, timeline, database, balancer, fleet, command, migrations, chaos);
            }
        }
    }

    /** Requests beside which nothing goes wrong and no JVM starts are of interest only where nothing goes wrong at all. */
    private Duration settling() {
        return Duration.ofMillis(options.brief() || options.chaos() ? 500 : 3000);
    }

    private Result go(
            String name,
            List<Move> way,
            Timeline timeline,
            Database database,
            Balancer balancer,
            Fleet fleet,
            Command command,
            Migrations migrations,
            Chaos chaos)
            throws Exception {
        History history = new History();
        Seeding rows = new Seeding(database, history);
        Agreement agreement = new Agreement(database, history);
        Load load = new Load(CLIENTS_OF_EACH_KIND, ROWS_OF_EACH_CLIENT, options.rate(), options.writes());
        List<Long> ids = rows.sow(options.rows());
        try (Crowd crowd = new Crowd(balancer.url(), history, timeline, ids, load, options.seed())) {
            Stage stage = new Stage(database, fleet, migrations, new Passes(command), crowd, Ways.START);
            List<Plan> plans = options.chaos() ? Plan.of(options.seed(), way.size()) : List.of();
            Walk walk = new Walk(way, plans, stage, chaos, history, timeline, agreement);
            crowd.begin();
            try (Screen screen = new Screen(out, options.terminal(), way, stage, timeline, history)) {
                walk.go(screen);
            }
            walk.end(crowd, rows);
            return walk.result(name, options.seed(), options.chaos());
        }
    }
}
