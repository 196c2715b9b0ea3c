package dev.seamless.command;

import dev.seamless.ApiPhase;
import dev.seamless.ledger.Position;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code status}: the way of each rename, with a mark where it stands, and what comes next. Only reads. */
final class StatusCommand {

    private static final List<String> WAY = List.of(
            "expand",
            "deploy DUAL_WRITE",
            "backfill",
            "align",
            "deploy READ_NEW",
            "release",
            "deploy NEW",
            "contract",
            "delete @Renamed");

    private static final List<String> API = Stream.concat(
                    Arrays.stream(ApiPhase.values()).map(phase -> "deploy " + phase), Stream.of("delete @Renamed"))
            .toList();

    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    void run(List<Target> targets, List<ApiBoundary> boundaries) {
        targets.forEach(this::show);
        boundaries.forEach(this::show);
    }

    private void show(Target target) {
        Position position = target.position();
        Standing standing = position.standing();
        console.line(target.rename() + ": " + target.pair());
        if (target.ledger().columns(target.pair()).isEmpty()) {
            console.line("  there is no such table yet, or it has neither column");
        }
        console.line(
                "  configured here: " + target.phase() + (position.recorded() ? "" : "; not recorded in the ledger"));
        console.line("  current: old " + yes(standing.oldCurrent()) + ", new " + yes(standing.newCurrent())
                + "; barred: " + standing.barred()
                + (standing.pass() == null ? "" : "; pass: " + standing.pass().direction()));
        console.line("  live: "
                + (!position.recorded() ? "not known" : position.live().isEmpty() ? "nobody" : ""));
        position.live().forEach(member -> console.line("    " + member));
        Move next = position.way().forth();
        if (next instanceof Move.Rest) {
            way(WAY, WAY.size() - 1, next.why());
        } else if (WAY.contains(next.toString())) {
            way(WAY, WAY.indexOf(next.toString()), next.why());
        } else {
            console.line("  next: " + next + ". " + next.why());
        }
        Move back = position.way().back();
        console.line("  back: " + back + ". " + back.why());
    }

    private void show(ApiBoundary boundary) {
        console.line(boundary.rename() + ": API");
        console.line("  configured here: " + boundary.phase());
        way(API, boundary.phase().ordinal() + 1, boundary.next());
    }

    private void way(List<String> way, int next, String why) {
        for (int i = 0; i < way.size(); i++) {
            String mark = i < next ? "  x " : i == next ? " -> " : "    ";
            console.line(mark + way.get(i) + (i == next ? ": " + why : ""));
        }
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
