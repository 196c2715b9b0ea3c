package dev.seamless.command;

import dev.seamless.RefusedException;
import dev.seamless.ledger.Instance;
import dev.seamless.protocol.Direction;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one command on the renames of an application. */
public final class Commands {

    private static final String NAMES = "status, plan, backfill, verify, reverse-backfill, forget";

    private final List<Target> targets;
    private final Instance instance;
    private final Duration expiry;
    private final Console console;

    /**
     * Commands.
     *
     * @param instance who runs them, for the ledger's history
     * @param expiry the expiry of the fleet: a pair that is younger than two of them gets no fact from a pass
     * @param out where they print
     * @param terminal whether that is a terminal, on which a line can be written over
     */
    public Commands(List<Target> targets, Instance instance, Duration expiry, PrintStream out, boolean terminal) {
        this.targets = List.copyOf(targets);
        this.instance = instance;
        this.expiry = expiry;
        this.console = new Console(out, terminal);
    }

    /**
     * Runs it.
     *
     * @throws MisuseException if there is no such command or rename, or something that it needs is not given
     * @throws RefusedException if it cannot be done now
     * @throws InterruptedException if the thread was interrupted; a pass can be resumed
     */
    public void run(Request request) throws InterruptedException {
        List<Target> chosen = chosen(request.rename());
        switch (request.command()) {
            case "status" -> new StatusCommand(console).run(chosen);
            case "plan" -> new PlanCommand(console).run(chosen, request.output());
            case "backfill" -> new PassCommand(console, instance, expiry).run(chosen, Direction.FORWARD, false);
            case "verify" -> new PassCommand(console, instance, expiry).run(chosen, Direction.FORWARD, true);
            case "reverse-backfill" -> new PassCommand(console, instance, expiry).run(chosen, Direction.REVERSE, false);
            case "forget" -> forget(request.instance());
            default ->
                throw new MisuseException(
                        "There is no command '" + request.command() + "'.",
                        "Set seamless.run to one of: " + NAMES + ".");
        }
    }

    private List<Target> chosen(@Nullable String rename) {
        List<Target> chosen = targets.stream()
                .filter(target -> rename == null || target.rename().equals(rename))
                .toList();
        if (chosen.isEmpty()) {
            throw new MisuseException(
                    rename == null
                            ? "This application has no entity with a renamed column."
                            : "No entity of this application has a column of the rename '" + rename + "'.",
                    "Set seamless.run-rename to one of: "
                            + targets.stream().map(Target::rename).distinct().toList() + ".");
        }
        return chosen;
    }

    private void forget(@Nullable String gone) {
        if (gone == null) {
            throw new MisuseException(
                    "forget needs the id of an instance.", "Set seamless.run-instance to one that status shows.");
        }
        targets.stream().map(Target::ledger).distinct().forEach(ledger -> ledger.forget(gone, instance));
        console.line("Instance " + gone + " is forgotten.");
    }
}
