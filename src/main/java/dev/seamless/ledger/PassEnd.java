package dev.seamless.ledger;

/** How a pass ended. */
public enum PassEnd {

    /** The column that it filled is current. */
    MARKED("and made the column that it filled current"),

    /** An instance lived, while it ran, in the phase that does not write the column that it filled. */
    SPOILED("without making a column current: somebody who does not write it lived while the pass ran"),

    /** Some rows could not be brought up. */
    LEFT_ROWS("without making a column current: rows are left that could not be brought up"),

    /** It was stopped, or somebody else has ended it. */
    GONE("elsewhere");

    private final String sentence;

    PassEnd(String sentence) {
        this.sentence = sentence;
    }

    /** What follows "it ended". */
    public String sentence() {
        return sentence;
    }
}
