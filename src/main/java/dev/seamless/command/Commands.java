package dev.seamless.command;

import dev.seamless.RefusedException;
import dev.seamless.backfill.PassSettings;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs one command on the renames of an application. */
public final class Commands {

    private static final String NAMES = "status, plan, migrate, backfill, verify, reverse-backfill, take-back, forget";

    private static final String PASS_BOUNDS =
            "Set seamless.run-workers to 1 or more, and seamless.run-share to more than 0 and at most 1.";

    /** Longer than a runner pauses between two attempts. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final List<Target> targets;
    private final List<ApiBoundary> boundaries;
    private final List<MigrationTool> tools;
    private final Instance instance;
    private final Duration expiry;
    private final Console console;

    /**
     * Commands.
     *
     * @param targets the pairs of the application's entities
     * @param boundaries the renames of its API
     * @param tools what runs its migrations, if anything does; files are written for the first
     * @param instance who runs them, for the ledger's history
     * @param expiry the expiry of the fleet: a pair that is younger than two of them gets no fact from a pass
     */
    public Commands(
            List<Target> targets,
            List<ApiBoundary> boundaries,
            List<MigrationTool> tools,
            Instance instance,
            Duration expiry,
            Console console) {
        this.targets =
                targets.stream().sorted(Comparator.comparing(Target::rename)).toList();
        this.boundaries = List.copyOf(boundaries);
        this.tools = List.copyOf(tools);
        this.instance = instance;
        this.expiry = expiry;
        this.console = console;
    }

    /**
     * Runs it.
     *
     * @throws MisuseException if there is no such command or rename, or something that it needs is not given
     * @throws RefusedException if it cannot be done now
     * @throws InterruptedException if the thread was interrupted; a pass can be resumed
     */
    public void run(Request request) throws InterruptedException {
        switch (request.command()) {
            case "status" -> status(request.rename());
            case "plan" ->
                new PlanCommand(
                                console,
                                tools.isEmpty()
                                        ? MigrationTool.Format.FLYWAY
                                        : tools.get(0).format(),
                                isBack(request.way()),
                                request.output())
                        .run(chosen(request));
            case "migrate" -> new MigrateCommand(console, tools).run();
            case "backfill" -> pass(request).run(chosen(request), Direction.FORWARD, false);
            case "verify" -> pass(request).run(chosen(request), Direction.FORWARD, true);
            case "reverse-backfill" -> pass(request).run(chosen(request), Direction.REVERSE, false);
            case "take-back" -> takeBack(chosen(request));
            case "forget" -> forget(request.instance());
            default ->
                throw new MisuseException(
                        "There is no command '" + request.command() + "'.",
                        "Set seamless.run to one of: " + NAMES + ".");
        }
    }

    private PassCommand pass(Request request) {
        PassSettings usual = PassSettings.DEFAULTS;
        int workers = number("seamless.run-workers", request.workers(), Integer::valueOf, usual.workers());
        double share = number("seamless.run-share", request.share(), Double::valueOf, usual.share());
        try {
            return new PassCommand(console, instance, expiry, new PassSettings(workers, usual.replicaLag(), share));
        } catch (IllegalArgumentException e) {
            throw new MisuseException("A pass cannot work so: " + e.getMessage() + ".", PASS_BOUNDS);
        }
    }

    private static <N> N number(String name, @Nullable String given, Function<String, N> parse, N otherwise) {
        try {
            return given == null ? otherwise : parse.apply(given);
        } catch (NumberFormatException e) {
            throw new MisuseException(name + " cannot be '" + given + "'.", PASS_BOUNDS);
        }
    }

    private static boolean isBack(@Nullable String way) {
        if (way != null && !way.equals("forth") && !way.equals("back")) {
            throw new MisuseException(
                    "There is no way '" + way + "'.", "Set seamless.run-way to forth, the default, or back.");
        }
        return "back".equals(way);
    }

    private void status(@Nullable String rename) {
        List<Target> pairs =
                targets.stream().filter(one -> isChosen(rename, one.rename())).toList();
        List<ApiBoundary> apis = boundaries.stream()
                .filter(one -> isChosen(rename, one.rename()))
                .toList();
        if (pairs.isEmpty() && apis.isEmpty()) {
            throw new MisuseException(
                    rename == null
                            ? "This application declares no rename."
                            : "This application does not declare the rename '" + rename + "'.",
                    "Set seamless.run-rename to one of: "
                            + ids(Stream.concat(
                                    targets.stream().map(Target::rename),
                                    boundaries.stream().map(ApiBoundary::rename)))
                            + ".");
        }
        new StatusCommand(console).run(pairs, apis);
    }

    private List<Target> chosen(Request request) {
        String rename = request.rename();
        List<Target> chosen =
                targets.stream().filter(one -> isChosen(rename, one.rename())).toList();
        if (chosen.isEmpty()) {
            throw new MisuseException(
                    rename == null
                            ? "This application has no entity with a renamed column."
                            : "No entity of this application has a column of the rename '" + rename + "'.",
                    "Set seamless.run-rename to one of: " + ids(targets.stream().map(Target::rename)) + ".");
        }
        return chosen;
    }

    private static boolean isChosen(@Nullable String wanted, String rename) {
        return wanted == null || wanted.equals(rename);
    }

    private static Set<String> ids(Stream<String> renames) {
        return renames.collect(Collectors.toCollection(TreeSet::new));
    }

    private void takeBack(List<Target> chosen) {
        List<Target> begun = chosen.stream()
                .filter(target -> {
                    Migration migration = target.position().standing().migration();
                    return migration != null && migration.drops();
                })
                .toList();
        if (begun.isEmpty()) {
            throw new RefusedException(
                    "No contract or withdraw of these renames has begun.",
                    "There is nothing to take back. A column that is gone comes back by retreat or expand: see plan.");
        }
        for (Target target : begun) {
            new MigrationSteps(target.ledger(), instance, Duration.ZERO).takeBack(target.pair(), QUIET);
            console.line(target.pair() + ": taken back.");
        }
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
