package dev.seamless.gate;

import java.util.List;

/**
 * Whether the old JSON name of a rename can go, as far as this instance knows.
 *
 * @param rename the id of the rename
 * @param answer the answer
 * @param holding what still holds the old name, each with what to set
 * @param notKnown what this instance cannot know
 */
public record Verdict(String rename, Answer answer, List<String> holding, List<String> notKnown) {

    /** The three answers. */
    public enum Answer {
        /** Nothing that this instance knows holds the old name. */
        YES,
        /** Something holds it. */
        NO,
        /** Nothing holds it yet, but this instance has not watched for long enough. */
        NOT_YET_KNOWN
    }

    @Override
    public String toString() {
        String whether =
                switch (answer) {
                    case YES -> "can go";
                    case NO -> "cannot go yet";
                    case NOT_YET_KNOWN -> "cannot be judged yet";
                };
        return "the old name of '" + rename + "' " + whether
                + (holding.isEmpty() ? "" : ": " + String.join(" ", holding))
                + (notKnown.isEmpty() ? "" : " Not known here: " + String.join(" ", notKnown));
    }
}
