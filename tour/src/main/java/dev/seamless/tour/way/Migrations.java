package dev.seamless.tour.way;

import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Migrator;
import dev.seamless.tour.fleet.Release;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * How a migration is made: its files come into a directory, by the command {@code plan} on the way forth, and Flyway runs what is
 * new in there.
 */
public final class Migrations {

    private static final String FIRST = "BOOT-INF/classes/db/migration/V1__users.sql";

    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES = 1000;

    private final Command command;
    private final Migrator migrator;
    private final Path directory;

    /** Migrations in an empty directory, which the table comes first in. */
    public Migrations(Command command, Migrator migrator, Path directory, Path jar) throws IOException {
        this.command = command;
        this.migrator = migrator;
        this.directory = directory.toAbsolutePath();
        Files.createDirectories(directory);
        try (ZipFile app = new ZipFile(jar.toFile());
                InputStream first = app.getInputStream(app.getEntry(FIRST))) {
            Files.copy(first, directory.resolve("V1__users.sql"));
        }
    }

    /** Makes the table. */
    public void first(Release release) throws Exception {
        migrate(release);
    }

    /** Makes a migration on the way forth, as it is planned from the table when it is the next move. */
    void forth(String migration, Release release) throws Exception {
        for (int tries = 0; !plan(migration, release); tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("The next move is not " + migration + ".");
            }
            // Somebody who was killed is thought to be live until his time has expired.
            Thread.sleep(BETWEEN_TRIES);
        }
        migrate(release);
    }

    private boolean plan(String migration, Release release) throws Exception {
        AtomicBoolean next = new AtomicBoolean();
        String sentence = "the next move is " + migration + ".";
        command.run("plan", release, List.of("--seamless.run-output=" + directory), "the next move", line -> {
            if (line.contains(sentence)) {
                next.set(true);
            }
        });
        return next.get();
    }

    /** Makes a migration of the way back, whose files are the tour's own. */
    void back(String migration, Release release) throws Exception {
        Path file = directory.resolve("V" + next() + "__user_bio_" + migration + ".sql");
        try (InputStream sql = Objects.requireNonNull(
                Migrations.class.getResourceAsStream("/dev/seamless/tour/" + migration + ".sql"), migration)) {
            Files.copy(sql, file);
        }
        migrate(release);
    }

    /** Runs what is new in the directory. */
    private void migrate(Release release) throws Exception {
        migrator.run(release, directory);
    }

    private int next() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return 1
                    + files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".sql"))
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max()
                            .orElse(0);
        }
    }
}
