package dev.seamless.ledger;

import dev.seamless.protocol.Move;
import dev.seamless.protocol.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something may not begin now, for one pair.
 *
 * @param wanted what was to begin: {@code phase NEW}, {@code contract}
 * @param pair the pair
 * @param rules the rules that it would break
 * @param live who is live
 * @param next the next move that leads to where it may
 * @param onlyDueToLive whether it might begin if nobody else were live
 */
public record Refusal(
        String wanted, PairRecord pair, List<Rule> rules, List<Member> live, Move next, boolean onlyDueToLive) {

    /** What is refused, by which rule, and how things stand. */
    public String description() {
        return pair.key() + (wanted.startsWith("phase") ? " may not enter " : " may not begin ") + wanted + " now: "
                + rules.stream().map(Rule::sentence).collect(Collectors.joining(" "))
                + " Current: " + facts() + "; barred: " + pair.standing().barred() + "; live: "
                + (live.isEmpty()
                        ? "nobody"
                        : live.stream().map(Member::toString).collect(Collectors.joining(", ")))
                + ".";
    }

    /** What to do first. */
    public String action() {
        return "Next move: " + next + ". " + next.why();
    }

    private String facts() {
        boolean old = pair.standing().oldCurrent();
        boolean current = pair.standing().newCurrent();
        return old ? (current ? "both columns" : "the old column") : (current ? "the new column" : "none");
    }
}
