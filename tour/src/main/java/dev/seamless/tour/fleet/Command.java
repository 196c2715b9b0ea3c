package dev.seamless.tour.fleet;

import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Span.Kind;
import dev.seamless.tour.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the commands in the application's jar, each until it has done its work: whoever runs one tries again. */
public final class Command {

    private static final int MOST_TRIES = 12;
    private static final long BETWEEN_TRIES = 1000;

    /** A command is better run on another machine than the instances; here it yields its core to them. */
    private static final List<String> YIELDING = List.of("nice", "-n", "19");

    private final App app;
    private final Timeline timeline;
    private final AtomicInteger number = new AtomicInteger();
    private volatile @Nullable AppProcess running;

    /** Commands of an application. */
    public Command(App app, Timeline timeline) {
        this.app = app;
        this.timeline = timeline;
    }

    /**
     * Runs one.
     *
     * @param beginsWith what the line says at which the JVM has started and the work begins
     * @param lines who looks at its output
     * @throws IllegalStateException if it does not succeed
     */
    public void run(String name, Release release, List<String> arguments, String beginsWith, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        all.add("--seamless.run=" + name);
        for (int tries = 1; ; tries++) {
            Path log = app.log(name + "-" + number.incrementAndGet());
            List<String> command = new ArrayList<>(YIELDING);
            command.addAll(app.command(release, all));
            if (runOnce(name, command, log, beginsWith, lines) == 0) {
                return;
            }
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("The command " + name + " does not succeed: see " + log);
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private int runOnce(String name, List<String> command, Path log, String beginsWith, Consumer<String> lines)
            throws IOException, InterruptedException {
        long from = timeline.now();
        try (Timeline.Open underWay = timeline.open(Kind.START, name)) {
            AppProcess process = new AppProcess(command, log, line -> {
                if (line.contains(beginsWith)) {
                    underWay.turnInto(Kind.WORK);
                }
                lines.accept(line);
            });
            running = process;
            int code = process.await();
            if (code != 0) {
                timeline.add(new Span(Kind.SETBACK, name, from, timeline.now()));
            } else if (underWay.kind() != Kind.WORK) {
                throw new IllegalStateException(
                        log + " has no line with '" + beginsWith + "': when did the work begin?");
            }
            return code;
        } finally {
            running = null;
        }
    }

    /** Kills the process of the command that is running; whether there was one. */
    public boolean kill() {
        AppProcess process = running;
        if (process == null || !process.isAlive()) {
            return false;
        }
        process.kill();
        return true;
    }
}
