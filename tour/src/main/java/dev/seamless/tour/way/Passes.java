package dev.seamless.tour.way;

import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Release;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the passes by their commands, and hears what they say. */
public final class Passes {

    /** A tour is short: ten times the share that a pass takes by itself. */
    private static final List<String> SHARE = List.of("--seamless.run-share=0.1");

    private static final Pattern PROGRESS =
            Pattern.compile("([\\d,.\\u00a0\\u202f']+) rows seen, ([\\d,.\\u00a0\\u202f']+) changed");

    private final Command command;
    private volatile long seen;
    private volatile long changed;

    /** None has run yet. */
    public Passes(Command command) {
        this.command = command;
    }

    void run(String name, Release release) throws Exception {
        seen = 0;
        changed = 0;
        command.run(name, release, SHARE, " pass", this::hear);
    }

    private void hear(String line) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.find()) {
            seen = number(progress.group(1));
            changed = number(progress.group(2));
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    /** Rows that the last pass has looked at. */
    public long seen() {
        return seen;
    }

    /** Rows that it has changed. */
    public long changed() {
        return changed;
    }
}
