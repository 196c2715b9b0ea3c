package dev.seamless.fleet;

import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.ledger.Guard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An {@link InstanceProcess} that a test has started. */
final class RunningInstance implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final String first;

    private RunningInstance(FreshDatabase database, SchemaPhase phase, Guard guard) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceProcess.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        phase.name(),
                        guard.name())
                .redirectErrorStream(true)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        first = answer();
    }

    /** Starts an instance, and waits until it serves or is refused. */
    static RunningInstance start(FreshDatabase database, SchemaPhase phase, Guard guard) {
        try {
            return new RunningInstance(database, phase, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isServing() {
        return first.equals("ready");
    }

    String refusal() {
        return first;
    }

    String ask(String command) {
        send(command);
        return answer();
    }

    void send(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; lines of a log between are passed over. */
    String answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith("> ")) {
                line = answers.readLine();
            }
            return line == null ? "ended" : line.substring(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
