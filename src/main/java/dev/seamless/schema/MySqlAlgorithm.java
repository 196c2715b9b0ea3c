package dev.seamless.schema;

import dev.seamless.schema.Step.Pace;
import java.util.List;
import java.util.Optional;

/**
 * How InnoDB makes a change.
 *
 * @param clause the algorithm and the lock, as a statement names them
 * @param pace how it takes its lock
 * @param why what a reviewer should know of it
 */
record MySqlAlgorithm(String clause, Pace pace, String why) {

    static final String METADATA = "Changes the table's description only; a metadata lock for a moment.";

    private static final MySqlAlgorithm INSTANT = new MySqlAlgorithm(", algorithm=instant", Pace.QUICK, METADATA);

    private static final MySqlAlgorithm REBUILD = new MySqlAlgorithm(
            ", algorithm=inplace, lock=none",
            Pace.SLOW,
            "Rebuilds the table in place while others read and write; a metadata lock for a moment at begin and end.");

    /** A column comes or goes, which a full-text index keeps InnoDB from doing instantly or in place. */
    static MySqlAlgorithm instantly(Table table, Optional<String> whyCopiesLock) {
        return table.indexes().stream().anyMatch(index -> index.kind().equals("fulltext"))
                ? copying(whyCopiesLock)
                : INSTANT;
    }

    /** A table is rebuilt, which a full-text or spatial index keeps InnoDB from doing beside its writers. */
    static MySqlAlgorithm rebuilding(Table table, Optional<String> whyCopiesLock) {
        return table.indexes().stream().allMatch(index -> index.kind().isEmpty()) ? REBUILD : copying(whyCopiesLock);
    }

    /**
     * A table is copied.
     *
     * @param whyCopiesLock why that keeps writers out; empty if it does not
     */
    static MySqlAlgorithm copying(Optional<String> whyCopiesLock) {
        return whyCopiesLock
                .map(why -> new MySqlAlgorithm(
                        ", algorithm=copy, lock=shared",
                        Pace.SLOW,
                        "WRITERS WAIT as long as the table is big: " + why + "."))
                .orElse(
                        new MySqlAlgorithm(
                                ", algorithm=copy, lock=none",
                                Pace.SLOW,
                                "Copies the table while others read and write; as long as the table is big, and as much disk again."));
    }

    Step step(String what, String statement) {
        return new Step(what, List.of(why), pace, List.of(statement));
    }
}
