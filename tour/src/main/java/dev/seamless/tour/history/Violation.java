package dev.seamless.tour.history;

/**
 * Something that must not be.
 *
 * @param row the row, or 0
 */
public record Violation(Kind kind, long row, String what) {

    /** The kinds of what must not be. */
    public enum Kind {
        /** An acknowledged write is gone. */
        LOST("lost writes"),
        /** A reader that had seen a write was later given an earlier one. */
        WENT_BACK("reads that went back"),
        /** A read did not see a write that had been acknowledged, or seen by others, before it began. */
        STALE("stale reads"),
        /** A read of what nobody had written. */
        NEVER_WRITTEN("reads of what was never written"),
        /** A client was served a name that it does not know, or not the one that it needs. */
        WRONG_SHAPE("wrong shapes"),
        /** A client was served though everybody who serves has raised the floor above it. */
        BELOW_FLOOR("clients served below the floor"),
        /** The two columns differed while they had to agree. */
        COLUMNS_DIFFER("columns that differ");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        /** What several are called. */
        public String plural() {
            return plural;
        }
    }

    @Override
    public String toString() {
        return kind + (row == 0 ? "" : " in row " + row) + ": " + what;
    }
}
