package dev.seamless.tour.way;

import dev.seamless.tour.fleet.Release;
import dev.seamless.tour.timeline.Span.Kind;
import java.time.Duration;

/**
 * One move of the way.
 *
 * @param kind whether it is a move, or a quiet time between two
 * @param usual how long it takes, about, when nothing goes wrong
 * @param agree whether the two columns have to agree in every row from its end on
 */
public record Move(String name, Kind kind, Duration usual, boolean agree, Act act) {

    private static final Duration DEPLOY = Duration.ofSeconds(16);
    private static final Duration MIGRATION = Duration.ofMillis(4500);
    private static final Duration PASS = Duration.ofMillis(2500);

    /** What is done. */
    @FunctionalInterface
    public interface Act {

        /** Does it. */
        void on(Stage stage) throws Exception;
    }

    /** Something to be done. */
    public static Move of(String name, Duration usual, Act act) {
        return new Move(name, Kind.MOVE, usual, false, act);
    }

    /** A rolling deploy. */
    public static Move deploy(String name, Release release) {
        return of(name, DEPLOY, stage -> stage.deploy(release));
    }

    /** A migration of the way forth: planned from the table as it is. */
    public static Move migrate(String migration) {
        return of(migration, MIGRATION, stage -> stage.migrate(migration, "forth"));
    }

    /** A migration of the way back. */
    public static Move migrateBack(String migration) {
        return of(migration, MIGRATION, stage -> stage.migrate(migration, "back"));
    }

    /** A pass. */
    public static Move pass(String command) {
        return of(command, PASS, stage -> stage.pass(command));
    }

    /** A rolling deploy, after which the new app is in the stores. */
    public static Move deployAndReleaseNewApp(String name, Release release) {
        return of(name, DEPLOY, stage -> {
            stage.deploy(release);
            stage.releaseNewApp();
        });
    }

    /** Clients come, and what they run in has not warmed up yet. */
    public static Move arrival(int seconds) {
        return rest("clients come", Kind.START, seconds);
    }

    /** Nothing but traffic. */
    public static Move quiet(int seconds) {
        return rest("quiet", Kind.QUIET, seconds);
    }

    private static Move rest(String name, Kind kind, int seconds) {
        Duration rest = Duration.ofSeconds(seconds);
        return new Move(name, kind, rest, false, stage -> Thread.sleep(rest.toMillis()));
    }

    /** The same, after whose end the two columns agree in every row, until a move after which they need not. */
    public Move agreeing() {
        return new Move(name, kind, usual, true, act);
    }

    /** What there is to say when it has been made. */
    public String note(Stage stage) {
        return name.contains("backfill")
                ? "%,d rows seen, %,d changed"
                        .formatted(stage.passes().seen(), stage.passes().changed())
                : "";
    }

    /** Whether something is done, which can be disturbed. */
    public boolean isMove() {
        return kind == Kind.MOVE;
    }
}
