package dev.seamless.tour.way;

import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Release;
import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Span.Kind;
import dev.seamless.tour.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;

/**
 * How a migration is made: the command {@code plan} writes its files into a directory, from the table as it is, and the command
 * {@code migrate} runs what is new in there.
 */
public final class Migrations {

    private static final String FIRST = "V1__users.sql";
    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES = 1000;

    private final Command command;
    private final Timeline timeline;
    private final Path directory;

    /** Migrations in an empty directory, of which the application's table is the first. */
    public Migrations(Command command, Timeline timeline, Path directory, Path jar) throws IOException {
        this.command = command;
        this.timeline = timeline;
        this.directory = directory.toAbsolutePath();
        Files.createDirectories(directory);
        try (ZipFile app = new ZipFile(jar.toFile());
                InputStream first =
                        app.getInputStream(app.getEntry("BOOT-INF/classes/db/migration/postgresql/" + FIRST))) {
            Files.copy(first, directory.resolve(FIRST));
        }
    }

    /** Makes the table. */
    public void first(Release release) throws Exception {
        migrate(release);
    }

    /** Makes a migration of the way forth or back, when it is the next move. */
    void make(String migration, String way, Release release) throws Exception {
        long from = timeline.now();
        for (int tries = 0; !plan(migration, way, release); tries++) {
            timeline.add(new Span(Kind.SETBACK, "plan of " + migration, from, timeline.now()));
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("The next move " + way + " is not " + migration + ".");
            }
            // Somebody who was killed is thought to be live until his time has expired.
            Thread.sleep(BETWEEN_TRIES);
            from = timeline.now();
        }
        migrate(release);
    }

    private boolean plan(String migration, String way, Release release) throws Exception {
        AtomicBoolean next = new AtomicBoolean();
        String sentence = " is " + migration + ".";
        List<String> arguments = List.of("--seamless.run-output=" + directory, "--seamless.run-way=" + way);
        command.run("plan", release, arguments, "the next move", line -> {
            if (line.contains(sentence)) {
                next.set(true);
            }
        });
        return next.get();
    }

    private void migrate(Release release) throws Exception {
        command.run(
                "migrate",
                release,
                List.of(
                        "--spring.flyway.target=latest",
                        // What it says when the JVM has started, and before it prepares the first script.
                        "--logging.level.org.flywaydb.core.internal.command.DbMigrate=info",
                        "--spring.flyway.locations=filesystem:" + directory,
                        "--spring.flyway.postgresql.transactional-lock=false"),
                "Current version of schema",
                line -> {});
    }
}
