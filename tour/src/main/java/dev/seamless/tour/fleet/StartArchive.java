package dev.seamless.tour.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The jar unpacked as Spring Boot's own tools do it, with an archive of its classes: a JVM starts in a third of the time. It is
 * made once for a jar.
 */
public final class StartArchive {

    private static final int MOST_SECONDS = 180;

    private final Path jar;
    private final Path directory;

    /** The archive of a jar, in a directory for such. */
    public StartArchive(Path jar, Path directory) throws IOException {
        this.jar = jar.toAbsolutePath();
        this.directory = directory
                .toAbsolutePath()
                .resolve(Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis());
    }

    /** The jar that is started. */
    public Path jar() {
        return directory.resolve(jar.getFileName());
    }

    /** What the JVM is told. */
    public List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return directory.resolve("start.jsa");
    }

    /** Unpacks the jar, if it is not there. */
    public void unpack() throws IOException, InterruptedException {
        if (!Files.exists(jar())) {
            run(List.of(
                    App.java(),
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    directory.toString()));
        }
    }

    /** Makes it, if it is not there: by a start that goes as far as the application's beans. */
    public void make(App app, Release release) throws IOException, InterruptedException {
        if (!Files.exists(archive())) {
            List<String> command =
                    new ArrayList<>(app.command(release, List.of("--server.port=0", "--spring.flyway.enabled=false")));
            command.removeAll(options());
            command.add(1, "-XX:ArchiveClassesAtExit=" + archive());
            command.add(2, "-Dspring.context.exit=onRefresh");
            run(command);
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = directory.resolveSibling("archive.log");
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("The jar could not be made ready: see " + log);
        }
    }
}
