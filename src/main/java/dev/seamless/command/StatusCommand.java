package dev.seamless.command;

import dev.seamless.SchemaPhase;
import dev.seamless.ledger.Member;
import dev.seamless.ledger.PairRecord;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            "none");

    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    void run(List<Target> targets) {
        targets.forEach(this::show);
    }

    private void show(Target target) {
        Optional<PairRecord> record = target.ledger().find(target.pair());
        Standing standing = record.map(PairRecord::standing).orElse(Standing.FIRST);
        List<Member> live = record.map(target.ledger()::fleet).orElse(List.of());
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        live.forEach(member -> phases.add(member.phase()));
        Columns columns = target.ledger().columns(target.pair()).orElse(Columns.OLD_ONLY);
        Way way = new Way(standing, phases, columns);

        console.line(target.rename() + ": " + target.pair());
        console.line("  configured here: " + target.phase() + (record.isEmpty() ? "; not recorded in the ledger" : ""));
        console.line("  current: old " + yes(standing.oldCurrent()) + ", new " + yes(standing.newCurrent())
                + "; barred: "
                + standing.barred()
                + (standing.pass() == null ? "" : "; pass: " + standing.pass().direction()));
        console.line("  live: " + (live.isEmpty() ? "nobody" : ""));
        live.forEach(member -> console.line("    " + member));
        show(way.forth());
        console.line("  back: " + way.back() + ". " + way.back().why());
    }

    private void show(Move next) {
        int at = WAY.indexOf(next.toString());
        for (int i = 0; i < WAY.size() - 1; i++) {
            String mark = i < at ? "  x " : i == at ? " -> " : "    ";
            console.line(mark + WAY.get(i) + (i == at ? ": " + next.why() : ""));
        }
        if (at < 0 || at == WAY.size() - 1) {
            console.line("  next: " + next + ". " + next.why());
        }
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
