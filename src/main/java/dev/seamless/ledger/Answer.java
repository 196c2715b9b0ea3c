package dev.seamless.ledger;

import dev.seamless.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger says to a wish.
 *
 * @param refusals why not; none if it was granted
 * @param isCounted whether the instance that asked is counted as live now
 */
record Answer(List<Refusal> refusals, boolean isCounted) {

    static final Answer GRANTED = new Answer(List.of(), false);

    boolean isGranted() {
        return refusals.isEmpty();
    }

    /** Whether it might be granted when those who are live now are gone. */
    boolean mayChange() {
        return refusals.stream().allMatch(Refusal::onlyDueToLive);
    }

    /** Who stands in the way and has not been heard of for longer than its expiry, but can be found. */
    Set<String> evictable() {
        return refusals.stream()
                .flatMap(refusal -> refusal.live().stream())
                .filter(member -> member.expired() && member.sessionsNamed())
                .map(Member::instance)
                .collect(Collectors.toSet());
    }

    RefusedException exception() {
        return new RefusedException(
                refusals.stream().map(Refusal::description).collect(Collectors.joining(" ")),
                refusals.stream().map(Refusal::action).distinct().collect(Collectors.joining(" ")) + hint());
    }

    /** Who has expired and is still counted could not be found, or not be ended. */
    private String hint() {
        return refusals.stream()
                .flatMap(refusal -> refusal.live().stream())
                .filter(Member::expired)
                .map(Member::instance)
                .distinct()
                .map(instance -> " If " + instance + " does not run any more, say --seamless.run=forget"
                        + " --seamless.run-instance=" + instance + ".")
                .collect(Collectors.joining());
    }
}
