package dev.seamless.tour.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process whose lines are kept in a file, and shown to whoever wants to see them. It dies with the tour. */
public final class AppProcess {

    private final Process process;
    private final Thread reader;
    private final Thread farewell;

    AppProcess(List<String> command, Path log, Consumer<String> lines) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.farewell = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(farewell);
        this.reader = new Thread(() -> read(log, lines), "lines of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Path log, Consumer<String> lines) {
        try (BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.println(line);
                file.flush();
                lines.accept(line);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; its exit code. */
    int await() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        forgetFarewell();
        return code;
    }

    /** Asks it to stop, and waits for that; after a while it is killed. */
    void stop(Duration patience) throws InterruptedException {
        // Not by the process itself, which would close its output before the last lines are read.
        process.toHandle().destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        await();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** {@code kill -STOP}: it does nothing at all any more, until it is resumed. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** {@code kill -CONT}. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void forgetFarewell() {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The tour is being ended, and the process with it.
            process.destroyForcibly();
        }
    }
}
