package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Member;
import dev.seamless.ledger.PairRecord;
import dev.seamless.ledger.Presence;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of the pairs of a rename, to be shown. Reads only. */
final class PairViews implements LedgerDetails {

    private static final int EVENTS = 20;

    private final Fleets fleets;

    PairViews(Fleets fleets) {
        this.fleets = fleets;
    }

    @Override
    public List<PairView> of(String rename) {
        List<PairView> views = new ArrayList<>();
        for (Anchorage anchorage : fleets.all()) {
            anchorage.uses().stream()
                    .filter(use -> use.rename().equals(rename))
                    .distinct()
                    .forEach(use -> views.add(view(anchorage, use.pair())));
        }
        return views;
    }

    private static PairView view(Anchorage anchorage, Pair pair) {
        Ledger ledger = anchorage.ledger();
        Presence presence = anchorage.fleet().presence();
        String instance = anchorage.fleet().instance().id();
        Optional<PairRecord> found = ledger.find(pair);
        Standing standing = found.map(PairRecord::standing).orElse(Standing.FIRST);
        List<Member> live = found.map(ledger::fleet).orElse(List.of());
        Set<SchemaPhase> phases = EnumSet.noneOf(SchemaPhase.class);
        live.forEach(member -> phases.add(member.phase()));
        Way way = new Way(standing, phases, ledger.columns(pair).orElse(Columns.OLD_ONLY));
        return new PairView(
                pair.toString(),
                instance,
                presence,
                found.isPresent(),
                new Facts(standing.oldCurrent(), standing.newCurrent()),
                standing.barred(),
                standing.migration() == null ? null : standing.migration().toString(),
                pass(standing.pass()),
                live.stream()
                        .map(member -> new Live(
                                member.instance(),
                                member.name(),
                                member.phase(),
                                member.enteredAt(),
                                member.silence().toSeconds(),
                                member.expired()))
                        .toList(),
                move(way.forth()),
                move(way.back()),
                found.map(record -> ledger.history(record, EVENTS)).orElse(List.of()).stream()
                        .map(event -> new Happened(event.at(), event.instance(), event.what(), event.detail()))
                        .toList());
    }

    private static @Nullable String pass(@Nullable Pass pass) {
        return pass == null ? null : pass.toString();
    }

    private static NextMove move(Move move) {
        return new NextMove(move.toString(), move.why());
    }

    /**
     * One pair of a rename.
     *
     * @param instance the id of this instance
     * @param presence how this instance stands to the fleet
     * @param recorded whether the ledger knows the pair
     * @param current which columns hold the last write of every row
     * @param migration the migration that has begun and is not done
     * @param pass the pass under way
     * @param forth the next move towards the new name
     * @param back the next move towards the old name
     * @param history the last events, the latest first
     */
    record PairView(
            String pair,
            String instance,
            Presence presence,
            boolean recorded,
            Facts current,
            Set<SchemaPhase> barred,
            @Nullable String migration,
            @Nullable String pass,
            List<Live> live,
            NextMove forth,
            NextMove back,
            List<Happened> history) {}

    /** The two facts. */
    record Facts(boolean old, boolean renamed) {}

    /** One live instance. */
    record Live(String instance, String name, SchemaPhase phase, Instant since, long silentSeconds, boolean expired) {}

    /** A move with its reason. */
    record NextMove(String move, String why) {}

    /** One event. */
    record Happened(Instant at, String instance, String what, String detail) {}
}
