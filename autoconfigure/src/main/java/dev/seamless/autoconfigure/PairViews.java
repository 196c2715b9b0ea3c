package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.PairRecord;
import dev.seamless.ledger.Position;
import dev.seamless.ledger.Presence;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of the pairs of a rename, to be shown. Reads only. */
final class PairViews implements LedgerDetails {

    private static final int EVENTS = 20;

    private final Fleets fleets;
    private final PassRunner passes;

    PairViews(Fleets fleets, PassRunner passes) {
        this.fleets = fleets;
        this.passes = passes;
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

    private PairView view(Anchorage anchorage, Pair pair) {
        Ledger ledger = anchorage.ledger();
        Presence presence = anchorage.fleet().presence();
        String instance = anchorage.fleet().instance().id();
        Position position = Position.of(ledger, pair);
        Optional<PairRecord> found = position.record();
        Standing standing = position.standing();
        List<Event> events = found.map(record -> ledger.history(record, EVENTS)).orElse(List.of());
        return new PairView(
                pair.toString(),
                instance,
                presence,
                position.recorded(),
                new Facts(standing.oldCurrent(), standing.newCurrent()),
                standing.barred(),
                standing.migration() == null ? null : standing.migration().toString(),
                found.flatMap(record -> pass(anchorage, record)).orElse(null),
                found.flatMap(ledger::lastEndOfPass).map(PairViews::happened).orElse(null),
                passes.last(ledger, pair).orElse(null),
                position.live().stream()
                        .map(member -> new Live(
                                member.instance(),
                                member.name(),
                                member.phase(),
                                member.enteredAt(),
                                member.silence().toSeconds(),
                                member.expired()))
                        .toList(),
                move(position.way().forth()),
                move(position.way().back()),
                events.stream().map(PairViews::happened).toList());
    }

    /** Of the ledger, so that the passes of other processes are seen as well. */
    private static Optional<UnderWay> pass(Anchorage anchorage, PairRecord record) {
        Pass pass = record.standing().pass();
        if (pass == null) {
            return Optional.empty();
        }
        String direction = pass.direction().toString();
        boolean unspoiled = pass.unspoiled();
        return anchorage
                .ledger()
                .progress(record)
                .map(progress ->
                        new UnderWay(direction, unspoiled, progress.seen(), progress.changed(), progress.left()));
    }

    private static Happened happened(Event event) {
        return new Happened(event.at(), event.instance(), event.what(), event.detail());
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
     * @param pass the pass under way, whoever works on it
     * @param lastEnd how the last pass ended
     * @param passHere the last pass that this instance has run by its endpoint
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
            @Nullable UnderWay pass,
            @Nullable Happened lastEnd,
            RunningPass.@Nullable View passHere,
            List<Live> live,
            NextMove forth,
            NextMove back,
            List<Happened> history) {}

    /** The two facts. */
    record Facts(boolean old, boolean renamed) {}

    /**
     * A pass under way.
     *
     * @param unspoiled whether its end makes a fact true
     * @param seen how many rows were walked
     * @param changed how many of them were behind, and are not any more
     * @param left how many of them could not be brought up
     */
    record UnderWay(String direction, boolean unspoiled, long seen, long changed, long left) {}

    /** One live instance. */
    record Live(String instance, String name, SchemaPhase phase, Instant since, long silentSeconds, boolean expired) {}

    /** A move with its reason. */
    record NextMove(String move, String why) {}

    /** One event. */
    record Happened(Instant at, String instance, String what, String detail) {}
}
