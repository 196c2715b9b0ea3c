package dev.seamless.tour.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a PostgreSQL, which remembers in {@code postmaster.opts} how it was started. */
final class Postmaster {

    private static final int MOST_SECONDS = 60;

    private final Path directory;

    Postmaster(Path directory) {
        this.directory = directory;
    }

    void restart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root: the embedded one runs as nobody, in a namespace of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control().toString(),
                "-D",
                directory.toString(),
                "-m",
                "immediate",
                "-w",
                "-t",
                String.valueOf(MOST_SECONDS),
                "-l",
                directory.resolve("restarted.log").toString(),
                "restart"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MOST_SECONDS * 2L, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The database did not come back: see " + directory.resolve("restarted.log"));
        }
    }

    private Path control() throws IOException {
        String started = Files.readString(directory.resolve("postmaster.opts"));
        return Path.of(started.substring(0, started.indexOf(' '))).resolveSibling("pg_ctl");
    }
}
