package dev.seamless.command;

import dev.seamless.backfill.PassObserver;
import dev.seamless.backfill.Pause;
import dev.seamless.ledger.PassProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** What a person sees: a bar that moves on a terminal, lines elsewhere. */
public final class Console {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);

    private final PrintStream out;
    private final boolean terminal;

    /**
     * Creates it.
     *
     * @param out where to print
     * @param terminal whether that is a terminal, on which a line can be written over
     */
    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void line(String text) {
        out.println(text);
    }

    PassObserver pass() {
        return new Progress();
    }

    private final class Progress implements PassObserver {

        private final long begun = System.nanoTime();
        private long shown = begun - BETWEEN_LINES.toNanos();

        @Override
        public synchronized void progressed(PassProgress progress, long about) {
            Duration between = terminal ? BETWEEN_FRAMES : BETWEEN_LINES;
            if (progress.whole() || System.nanoTime() - shown > between.toNanos()) {
                shown = System.nanoTime();
                show(text(progress, Math.max(about, progress.seen())), progress.whole());
            }
        }

        private String text(PassProgress progress, long about) {
            double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
            double rate = progress.seen() / seconds;
            double share = about == 0 || progress.whole() ? 1 : (double) progress.seen() / about;
            int full = (int) (share * WIDTH);
            long left = rate < 1 ? 0 : (long) ((about - progress.seen()) / rate);
            return (terminal ? "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " : "")
                    + String.format(
                            "%3.0f %%  %,d rows seen, %,d changed, %,.0f rows/s, %d s left",
                            share * 100, progress.seen(), progress.changed(), rate, progress.whole() ? 0 : left);
        }

        private void show(String text, boolean last) {
            if (terminal) {
                out.print("\r" + text + (last ? "\n" : ""));
                out.flush();
            } else {
                out.println(text);
            }
        }

        @Override
        public synchronized void paused(Pause why, Duration howLong) {
            if (System.nanoTime() - shown > BETWEEN_LINES.toNanos()) {
                shown = System.nanoTime();
                out.println("paused: " + why.sentence());
            }
        }

        @Override
        public void left(long rows, List<String> keys) {
            out.printf("%,d rows could not be brought up, among them those with the keys %s%n", rows, keys);
        }
    }
}
