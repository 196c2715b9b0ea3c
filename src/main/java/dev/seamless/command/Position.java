package dev.seamless.command;

import dev.seamless.SchemaPhase;
import dev.seamless.ledger.Member;
import dev.seamless.ledger.PairRecord;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a pair is: what the ledger says of it, who is live, and which columns are there.
 *
 * @param recorded whether the ledger knows the pair
 */
record Position(boolean recorded, Standing standing, List<Member> live, Columns columns) {

    static Position of(Target target) {
        Optional<PairRecord> record = target.ledger().find(target.pair());
        return new Position(
                record.isPresent(),
                record.map(PairRecord::standing).orElse(Standing.FIRST),
                record.map(target.ledger()::fleet).orElse(List.of()),
                target.ledger().columns(target.pair()).orElse(Columns.OLD_ONLY));
    }

    /** The phases of those who are live; whoever is silent for longer than its expiry is made gone by who needs its place. */
    Set<SchemaPhase> phases() {
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        live.stream().filter(member -> !member.expired()).forEach(member -> phases.add(member.phase()));
        return phases;
    }

    Way way() {
        return new Way(standing, phases(), columns);
    }
}
