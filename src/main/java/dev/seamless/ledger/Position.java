package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
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
 * @param record what the ledger knows of the pair; empty if it does not know it
 * @param live who is in its fleet, expired instances included
 * @param columns those of its table, which has not got the new one yet where nothing is known
 */
public record Position(Optional<PairRecord> record, List<Member> live, Columns columns) {

    /** Looks. */
    public static Position of(Ledger ledger, Pair pair) {
        Optional<PairRecord> record = ledger.find(pair);
        return new Position(
                record,
                record.map(ledger::fleet).orElse(List.of()),
                ledger.columns(pair).orElse(Columns.OLD_ONLY));
    }

    /** Whether the ledger knows the pair. */
    public boolean recorded() {
        return record.isPresent();
    }

    /** The facts, the bars, and what is under way. */
    public Standing standing() {
        return record.map(PairRecord::standing).orElse(Standing.FIRST);
    }

    /** The phases of those who are live; whoever is silent for longer than its expiry is made gone by who needs its place. */
    public Set<SchemaPhase> phases() {
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        live.stream().filter(member -> !member.expired()).forEach(member -> phases.add(member.phase()));
        return phases;
    }

    /** The moves from here. */
    public Way way() {
        return new Way(standing(), phases(), columns);
    }
}
