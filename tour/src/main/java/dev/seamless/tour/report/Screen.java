package dev.seamless.tour.report;

import dev.seamless.tour.fleet.Instance;
import dev.seamless.tour.history.History;
import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Sample;
import dev.seamless.tour.timeline.Timeline;
import dev.seamless.tour.way.Move;
import dev.seamless.tour.way.Stage;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a person sees meanwhile: a picture that moves on a terminal, lines elsewhere. */
public final class Screen implements AutoCloseable {

    private static final long BETWEEN_FRAMES = 500;
    private static final long BETWEEN_LINES = 10_000;
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean terminal;
    private final List<Move> way;
    private final Stage stage;
    private final Timeline timeline;
    private final History history;
    private final Thread thread = new Thread(this::show, "screen");
    private volatile int step;
    private volatile int violations;
    private int shown;
    private long failed;
    private long earned;

    /** A screen that shows a way. */
    public Screen(PrintStream out, boolean terminal, List<Move> way, Stage stage, Timeline timeline, History history) {
        this.out = out;
        this.terminal = terminal;
        this.way = way;
        this.stage = stage;
        this.timeline = timeline;
        this.history = history;
        thread.setDaemon(true);
        thread.start();
    }

    /** The next move begins. */
    public void begins(int move) {
        step = move;
        if (!terminal) {
            out.printf(
                    "%6.1f s  %2d/%d %s%n",
                    seconds(), move + 1, way.size(), way.get(move).name());
        }
    }

    /** A move has ended. */
    public void ended(Leg leg, int found) {
        violations = found;
        if (!terminal) {
            out.printf(
                    "%6.1f s        %,d requests, %,d failed, p99 %s ms %s%n",
                    seconds(),
                    leg.requests(),
                    leg.failed(),
                    Table.millis(leg.latency(), leg.latency().p99()),
                    leg.note());
        }
    }

    private void show() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(terminal ? BETWEEN_FRAMES : BETWEEN_LINES);
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        List<Sample> latest = timeline.samplesAfter(shown);
        shown += latest.size();
        failed += latest.stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .count();
        earned += latest.stream()
                .filter(sample -> sample.outcome() == Outcome.EARNED)
                .count();
        out.print(terminal ? picture(latest) : line(latest));
        out.flush();
    }

    private String line(List<Sample> latest) {
        Latency latency = Latency.of(latest);
        return "%6.1f s        %,d requests, %,d failed, %,d writes acknowledged; p50 %.1f ms, p99 %.1f ms; %s%n"
                .formatted(
                        seconds(),
                        shown,
                        failed,
                        history.acknowledged(),
                        latency.p50(),
                        latency.p99(),
                        stage.fleet().all());
    }

    private String picture(List<Sample> latest) {
        Latency latency = Latency.of(latest);
        StringBuilder text = new StringBuilder(BOLD)
                .append("Seamless: users.bio becomes users.description")
                .append(PLAIN);
        text.append("   %.0f s%n%n".formatted(seconds()));
        for (int i = Math.max(0, step - 3); i < Math.min(way.size(), step + 4); i++) {
            String mark = i < step ? "  x " : i == step ? " -> " : "    ";
            text.append(i == step ? BOLD : "")
                    .append(mark)
                    .append(way.get(i).name())
                    .append(PLAIN)
                    .append("\n");
        }
        text.append("\nfleet\n");
        for (Instance instance : stage.fleet().all()) {
            text.append("  %-10s %-24s %s%n"
                    .formatted(
                            instance,
                            instance.release(),
                            instance.state().toString().toLowerCase(Locale.ROOT)));
        }
        text.append(
                "\n%,12d requests%n%,12d failed%n%,12d told to upgrade, below the floor%n%,12d writes acknowledged%n"
                        .formatted(shown, failed, earned, history.acknowledged()));
        text.append("%,12d rows looked at by the pass, %,d changed%n"
                .formatted(stage.passes().seen(), stage.passes().changed()));
        text.append("%12.1f ms p50, %.1f ms p99, %d requests per second%n"
                .formatted(latency.p50(), latency.p99(), latest.size() * 1000 / BETWEEN_FRAMES));
        text.append("%,12d violations of the history, up to the last move%n".formatted(violations));
        // Drawn over the picture before: one that is cleared first flickers.
        return HOME + text.toString().replace("\n", REST_OF_LINE + "\n") + REST_OF_SCREEN;
    }

    private double seconds() {
        return timeline.now() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        out.print(terminal ? HOME + REST_OF_SCREEN : "");
    }
}
