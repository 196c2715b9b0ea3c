package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Member;
import dev.seamless.ledger.PairRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What meters show of one pair; the ledger is asked once in ten seconds at most. */
final class LedgerFigures {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Pair pair;
    private long readAt;
    private Optional<PairRecord> record = Optional.empty();
    private List<Member> live = List.of();

    LedgerFigures(Ledger ledger, Pair pair) {
        this.ledger = ledger;
        this.pair = pair;
        this.readAt = System.nanoTime() - FRESH.toNanos();
    }

    private synchronized void read() {
        if (System.nanoTime() - readAt >= FRESH.toNanos()) {
            record = ledger.find(pair);
            live = record.map(ledger::fleet).orElse(List.of());
            readAt = System.nanoTime();
        }
    }

    /** 1 if the column is current; before the pair is recorded, that is the old one. */
    synchronized double current(boolean old) {
        read();
        boolean current = record.map(found ->
                        old ? found.standing().oldCurrent() : found.standing().newCurrent())
                .orElse(old);
        return current ? 1 : 0;
    }

    /** How many instances are live in a phase. */
    synchronized double live(SchemaPhase phase) {
        read();
        return live.stream().filter(member -> member.phase() == phase).count();
    }
}
