package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Begins and lifts the migrations of a rename in the ledger. Each step is a transaction of its own, before and after the DDL:
 * checking and DDL are never atomic, and most databases commit DDL implicitly.
 */
public final class MigrationSteps {

    private final Transactions ledger;
    private final Instance by;
    private final Duration atMost;
    private final Protocol protocol = new Protocol();

    /**
     * Steps on a ledger.
     *
     * @param by who does it, for the history
     * @param atMost how long to wait where somebody who is live stands in the way
     */
    public MigrationSteps(Ledger ledger, Instance by, Duration atMost) {
        this.ledger = ledger.transactions();
        this.by = by;
        this.atMost = atMost;
    }

    /**
     * Begins a migration, or resumes the one that has begun: after this its DDL may run.
     *
     * @param script the script that runs the DDL; with it a migration that died is told from another
     * @param bornWithTable whether this migration run has created the table, so that nobody has written it before
     * @throws RefusedException if a rule forbids it
     */
    public void begin(Migration migration, Pair pair, String script, boolean bornWithTable) {
        begin(patience(), migration, pair, script, bornWithTable);
    }

    /** The patience of one script, however many migrations it begins. */
    Patience patience() {
        return new Patience(by, atMost, Duration.ofMillis(250));
    }

    void begin(Patience patience, Migration migration, Pair pair, String script, boolean bornWithTable) {
        Answer answer = patience.ask(ledger, session -> begin(session, migration, pair, script, bornWithTable));
        if (!answer.isGranted()) {
            ledger.run(session -> {
                for (Refusal refusal : answer.refusals()) {
                    session.history()
                            .add(refusal.pair().key(), by.name(), "refused", migration + ": " + refusal.rules());
                }
                return true;
            });
            throw answer.exception();
        }
    }

    private Answer begin(LedgerSession session, Migration migration, Pair pair, String script, boolean bornWithTable) {
        requireTables(session);
        TableState table = Tables.require(session.connection(), pair);
        PairRecord before = recorded(session, table, bornWithTable);
        List<Member> live = session.fleet().of(before.key());
        List<Rule> broken = protocol.againstBeginning(migration, before.standing(), phases(live), table.columns());
        if (!broken.isEmpty()) {
            boolean alone = protocol.againstBeginning(migration, before.standing(), Set.of(), table.columns())
                    .isEmpty();
            Way way = new Way(before.standing(), phases(live), table.columns());
            return new Answer(
                    List.of(new Refusal(
                            migration.toString(),
                            before,
                            broken,
                            live,
                            migration.isBack() ? way.back() : way.forth(),
                            alone)),
                    false);
        }
        if (before.standing().migration() != migration) {
            boolean stopsPass = before.standing().pass() != null && migration.drops();
            PairRecord begun = before.standing(protocol.begin(migration, before.standing()))
                    .script(script)
                    .bornWithTable(bornWithTable);
            session.pairs().update(begun);
            if (!before.isOpen()) {
                session.pairs().open(before.key());
            }
            session.history().add(before.key(), by.name(), "began " + migration, script + ": " + begun.standing());
            if (stopsPass) {
                session.ranges().awaitWindows(before.key());
                session.ranges().clear(before.key());
            }
        }
        return Answer.GRANTED;
    }

    private PairRecord recorded(LedgerSession session, TableState table, boolean bornWithTable) {
        Pair key = table.key();
        Optional<PairRecord> known = session.pairs().lock(key.toString());
        if (known.isPresent()) {
            return known.get();
        }
        Standing first = table.first(bornWithTable);
        session.pairs().insert(key, first, bornWithTable);
        session.history().add(key.toString(), by.name(), "recorded", first.toString());
        return session.pairs().lock(key.toString()).orElseThrow();
    }

    /**
     * Lifts the bars of a migration whose DDL has run, and so ends it. Where the same run created the table, an expand has also
     * copied the rows that it was seeded with: then both columns are current.
     *
     * @return whether that migration was under way
     */
    public boolean lift(Migration migration, Pair pair) {
        return ledger.run(session -> {
            requireTables(session);
            TableState table = Tables.require(session.connection(), pair);
            Optional<PairRecord> record = session.pairs().lock(table.key().toString());
            if (record.isEmpty() || record.get().standing().migration() != migration) {
                return false;
            }
            PairRecord before = record.get();
            Standing lifted = protocol.lift(before.standing());
            if (migration == Migration.EXPAND && before.bornWithTable() && FreshRows.copy(session, table)) {
                lifted = new Standing(true, true, lifted.barred(), null, lifted.pass());
            }
            session.pairs().update(before.standing(lifted).script(null));
            session.history().add(before.key(), by.name(), "ended " + migration, lifted.toString());
            return true;
        });
    }

    /**
     * Takes back a contract or withdraw that has begun.
     *
     * @throws RefusedException if none is under way, or its DDL has run
     */
    public void takeBack(Pair pair) {
        ledger.run(session -> {
            requireTables(session);
            TableState table = Tables.require(session.connection(), pair);
            PairRecord before = session.pairs().lock(table.key().toString()).orElseThrow(() -> nothingToTakeBack(pair));
            Migration migration = before.standing().migration();
            if (migration == null || !migration.drops() || !table.hasOld() || !table.hasNew()) {
                throw nothingToTakeBack(pair);
            }
            Standing back = protocol.takeBack(before.standing());
            session.pairs().update(before.standing(back).script(null));
            session.history().add(before.key(), by.name(), "took back " + migration, back.toString());
            return true;
        });
    }

    private static RefusedException nothingToTakeBack(Pair pair) {
        return new RefusedException(
                "No contract or withdraw of " + pair + " has begun whose column is still there.",
                "A column that is gone comes back by retreat or expand.");
    }

    private static void requireTables(LedgerSession session) {
        if (!Ledger.exists(session)) {
            throw new RefusedException(
                    "The tables of the ledger are not there.",
                    "Run dev/seamless/ledger/" + session.database().script() + " of seamless-core as a migration before"
                            + " this one, or set seamless.ledger.initialize-schema to always.");
        }
    }

    static Set<SchemaPhase> phases(List<Member> live) {
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        live.forEach(member -> phases.add(member.phase()));
        return phases;
    }
}
