package dev.seamless.tour.faults;

import dev.seamless.tour.fleet.Release;
import dev.seamless.tour.history.Violation.Kind;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.way.Move;
import dev.seamless.tour.way.Ways;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is taken out, and on which way that shows. */
enum PlantedFault {
    NOTHING("nothing (the same machinery finds nothing)", "nothing") {
        @Override
        List<Move> way() {
            return upTo(Ways.READ_NEW);
        }
    },
    NOBODY_IN_READ_NEW(
            "one rule of the guard, OLD_NEEDS_NOBODY_IN_READ_NEW: an instance in old beside those in read-new",
            "OLD_NEEDS_NOBODY_IN_READ_NEW",
            "lost writes") {
        @Override
        List<Move> way() {
            return upTo(
                    Ways.READ_NEW,
                    Move.of(
                            "an instance in old comes beside",
                            Duration.ofSeconds(8),
                            stage -> stage.fleet().surge(Release.of("old", "both", Release.FIRST_APP, "1.2.0"))),
                    Move.quiet(8));
        }
    },
    NEW_CURRENT(
            "one rule of the guard, READ_NEW_NEEDS_NEW_CURRENT: read-new without a backfill",
            "READ_NEW_NEEDS_NEW_CURRENT",
            "reads of what was never written") {
        @Override
        List<Move> way() {
            return List.of(
                    Move.migrate("expand"),
                    Move.deploy("dual write", Ways.DUAL_WRITE),
                    Move.deploy("read new", Ways.READ_NEW),
                    Move.quiet(4));
        }
    },
    GUARD_OF_CONTRACT("the guard as a whole: contract by hand while read-new is live", "", "failed requests") {
        @Override
        List<Move> way() {
            return upTo(
                    Ways.READ_NEW,
                    Move.of(
                            "drop bio",
                            Duration.ZERO,
                            stage -> stage.database().execute("alter table users drop column bio")),
                    Move.quiet(4));
        }
    },
    COMPARISON_OF_BACKFILL(
            "the comparison of the backfill: WHERE description IS NULL instead", "comparison", "lost writes") {
        @Override
        List<Move> way() {
            // By way of old, which overwrites what has been written twice: such rows have to be there to be missed.
            return List.of(
                    Move.migrate("expand"),
                    Move.deploy("dual write", Ways.DUAL_WRITE),
                    Move.deploy("back to old", Ways.BACK_TO_OLD),
                    Move.deploy("dual write again", Ways.DUAL_WRITE),
                    Move.pass("backfill").agreeing(),
                    Move.deploy("read new", Ways.READ_NEW).agreeing(),
                    Move.quiet(6));
        }
    },
    SQL_OF_UPDATES("one hook of the dual write: the SQL of updates", "sql-of-updates", "failed requests") {
        @Override
        List<Move> way() {
            return upTo(Ways.DUAL_WRITE, Move.quiet(4));
        }
    },
    UPDATES(
            "both hooks of the dual write of updates: SQL and values",
            "updates",
            "lost writes",
            "times columns that differ") {
        @Override
        List<Move> way() {
            return upTo(Ways.READ_NEW, Move.quiet(6));
        }
    },
    CUTOFF("the cutoff: serve-new while apps are out that do not know the new name", "", "wrong shapes") {
        @Override
        List<Move> way() {
            return List.of(
                    Move.migrate("expand"),
                    Move.deploy(
                            "serve new",
                            Release.of("dual-write", "serve-new", Release.FIRST_APP, "1.2.0")
                                    .cutoff(Release.FIRST_APP)),
                    Move.quiet(3));
        }
    };

    private final String what;
    private final String agent;
    private final List<String> missed;

    PlantedFault(String what, String agent, String... missed) {
        this.what = what;
        this.agent = agent;
        this.missed = List.of(missed);
    }

    abstract List<Move> way();

    private static List<Move> upTo(Release last, Move... more) {
        List<Move> way = new ArrayList<>(List.of(
                Move.quiet(2),
                Move.migrate("expand"),
                Move.deploy("dual write", Ways.DUAL_WRITE),
                Move.pass("backfill").agreeing()));
        if (last.equals(Ways.READ_NEW)) {
            way.add(Move.deploy("read new", Ways.READ_NEW).agreeing());
        }
        way.addAll(List.of(more));
        return way;
    }

    String what() {
        return what;
    }

    /** What the agent takes out, or empty. */
    String agent() {
        return agent;
    }

    /** What has to be seen, in the words of {@link #seen}; nothing at all if this is empty. */
    List<String> missed() {
        return missed;
    }

    /** What was seen, in words. */
    static String seen(Result result) {
        String violations = result.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + words(count.getKey()))
                .collect(Collectors.joining(", "));
        Map<String, Integer> failures = result.figures().failures(false);
        String failed = failures.entrySet().stream()
                .map(failure -> failure.getValue() + " failed requests (" + failure.getKey() + ")")
                .collect(Collectors.joining(", "));
        return String.join(
                "; ",
                List.of(violations, failed).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String words(Kind kind) {
        return kind == Kind.COLUMNS_DIFFER ? "times columns that differ" : kind.plural();
    }
}
