package dev.seamless.gate;

import dev.seamless.ApiPhase;
import dev.seamless.gate.Verdict.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the {@link Verdict} on an old name: every floor has reached its cutoff, and no unknown client uses it. */
public final class Judge {

    private final Gate gate;
    private final OldNameUse use;
    private final Duration quiet;

    /**
     * Creates a judge.
     *
     * @param gate the floors and cutoffs
     * @param use what was seen of the old names
     * @param quiet for how long no unknown client may have used an old name
     */
    public Judge(Gate gate, OldNameUse use, Duration quiet) {
        this.gate = gate;
        this.use = use;
        this.quiet = quiet;
    }

    /** Returns a verdict for each rename, in the order of the ids. */
    public List<Verdict> judge() {
        return gate.windows().stream().map(this::judge).toList();
    }

    /** Returns the verdict for one rename. */
    public Verdict judge(ApiWindow window) {
        String id = window.rename().id();
        if (window.rename().api() == ApiPhase.NEW) {
            return new Verdict(id, Answer.YES, List.of(), List.of());
        }
        List<String> holding = new ArrayList<>();
        List<String> notKnown = new ArrayList<>();
        new TreeMap<>(gate.platforms()).forEach((name, platform) -> {
            if (!window.isKnownBy(name, platform.minimum())) {
                holding.add(floorHolds(window, name, platform));
            }
        });
        if (!gate.refusesBelowMinimum() && !gate.platforms().isEmpty()) {
            holding.add("Clients below the floor are let through: set seamless.gate.below-minimum to reject.");
        }
        boolean watchedLongEnough = true;
        if (!gate.rejectsUnknownClients()) {
            Optional<Instant> last = use.last(id, OldNameUse.UNKNOWN);
            Instant quietSince = use.now().minus(quiet);
            if (last.isPresent() && last.get().isAfter(quietSince)) {
                holding.add("Unknown clients use it, last at " + last.get()
                        + ": set seamless.gate.unknown to reject, or wait" + " until none has done so for "
                        + quiet.toDays() + " days.");
            }
            watchedLongEnough = !use.since().isAfter(quietSince);
            if (!watchedLongEnough) {
                notKnown.add("What unknown clients did before " + use.since() + ", when this instance started.");
            }
            notKnown.add("Unknown clients that only read, which send no name.");
            notKnown.add("What other instances saw.");
        }
        Answer answer = !holding.isEmpty() ? Answer.NO : watchedLongEnough ? Answer.YES : Answer.NOT_YET_KNOWN;
        return new Verdict(id, answer, List.copyOf(holding), List.copyOf(notKnown));
    }

    /** Says why a rename may enter the next phase on the API boundary, or what holds it where it is. */
    public String next(ApiWindow window) {
        Verdict verdict = judge(window);
        return switch (window.rename().api()) {
            case OLD -> "Clients may be served both names once every instance declares the rename.";
            case NEW -> "The old name is neither served nor accepted any more.";
            case BOTH, SERVE_NEW ->
                switch (verdict.answer()) {
                    case NO -> String.join(" ", verdict.holding());
                    case YES -> "Nothing holds the old name.";
                    case NOT_YET_KNOWN ->
                        "Nothing is known to hold the old name. Not known here: "
                                + String.join(" ", verdict.notKnown());
                };
        };
    }

    private static String floorHolds(ApiWindow window, String name, Platform platform) {
        Version cutoff = window.cutoffs().get(name);
        return "Clients of '" + name + "' may operate from " + platform.minimum() + " on and "
                + (cutoff == null
                        ? "none is known to know the new name: set seamless.renames."
                                + window.rename().id() + ".cutoff." + name + "."
                        : "know the new name from " + cutoff + " on: set seamless.gate.platforms." + name
                                + ".minimum to " + cutoff + ".");
    }
}
