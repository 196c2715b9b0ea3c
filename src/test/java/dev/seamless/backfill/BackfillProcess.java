package dev.seamless.backfill;

import dev.seamless.RenameConverter;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Passes;
import dev.seamless.protocol.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that runs a forward pass, to be killed. */
final class BackfillProcess {

    private static final String BEGINS = "begins";

    private final Process process;
    private final BufferedReader output;

    private BackfillProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it, and returns when it is about to work. */
    static BackfillProcess start(PassTown town) throws IOException {
        return start(town, 64, false);
    }

    /**
     * The same with a heap of so many megabytes.
     *
     * @param converts whether it converts the values itself
     */
    static BackfillProcess start(PassTown town, int heap, boolean converts) throws IOException {
        Process started = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx" + heap + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackfillProcess.class.getName(),
                        town.database().url(),
                        town.database().user(),
                        town.database().password(),
                        String.valueOf(converts))
                .redirectErrorStream(true)
                .start();
        BackfillProcess process = new BackfillProcess(started);
        process.lines().filter(BEGINS::equals).findFirst().orElseThrow();
        return process;
    }

    private Stream<String> lines() {
        return Stream.generate(() -> {
                    try {
                        return String.valueOf(output.readLine());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .takeWhile(line -> !line.equals("null"));
    }

    /** Whether it is still at work. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end, and returns the last that it says; all of it, if it failed. */
    String result() throws InterruptedException {
        List<String> said = lines().toList();
        return process.waitFor() == 0 ? said.get(said.size() - 1) : String.join("\n", said);
    }

    /** Without SQL. */
    static final class Same implements RenameConverter<String, String> {

        @Override
        public String toNew(String oldValue) {
            return oldValue;
        }

        @Override
        public String toOld(String newValue) {
            return newValue;
        }
    }

    /** With the URL, the user and the password of the database, and whether to convert. */
    public static void main(String[] arguments) throws InterruptedException {
        DriverManagerDataSource dataSource = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        Passes passes = new Passes(new Ledger(dataSource), Instance.named("a process"), PassTown.EXPIRY);
        Backfill backfill =
                new Backfill(dataSource, passes, new PassSettings(2, PassSettings.DEFAULTS.replicaLag(), 1));
        System.out.println(BEGINS);
        Conversion same = new Conversion(new Same(), ColumnValues.of(String.class), ColumnValues.of(String.class));
        EndedPass ended = backfill.run(
                PassRequest.backfill(
                        PassTown.PAIR, Direction.FORWARD, Boolean.parseBoolean(arguments[3]) ? same : null),
                PassObserver.NONE);
        System.out.println(ended.end() + " " + ended.progress().changed());
    }
}
