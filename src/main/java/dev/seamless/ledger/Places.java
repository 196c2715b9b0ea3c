package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the places that an instance takes in the fleets of the recorded pairs, by what it maps. */
final class Places {

    private final LedgerSession session;
    private final Instance instance;
    private final Mapped mapped;
    private final boolean always;

    /**
     * Finds the places of an instance.
     *
     * @param always whether the guard refuses nothing
     */
    Places(LedgerSession session, Instance instance, Mapped mapped, boolean always) {
        this.session = session;
        this.instance = instance;
        this.mapped = mapped;
        this.always = always;
    }

    /** The places, the rows of their pairs locked in the order of their keys. */
    List<Place> lock() {
        TreeMap<String, Use> declared = declared();
        List<Place> places = new ArrayList<>();
        Set<String> keys = new HashSet<>(declared.keySet());
        TreeMap<String, SchemaPhase> unaware = unaware(keys);
        keys.addAll(unaware.keySet());
        for (PairRecord pair : session.pairs().lock(keys)) {
            Use use = declared.get(pair.key());
            SchemaPhase phase = use == null ? Objects.requireNonNull(unaware.get(pair.key())) : use.phase();
            Tables.find(session.connection(), pair.pair())
                    .ifPresent(table -> places.add(new Place(pair, table.columns(), phase, use)));
        }
        places.sort(Comparator.comparing(place -> place.pair().key()));
        return places;
    }

    /** The declared pairs by key; one that must be recorded and is not is recorded, or refused. */
    private TreeMap<String, Use> declared() {
        TreeMap<String, Use> declared = new TreeMap<>();
        for (Use use : mapped.uses()) {
            Optional<TableState> table = Tables.find(session.connection(), use.pair());
            if (table.isPresent()) {
                String key = table.get().key().toString();
                Use other = declared.put(key, use);
                if (other != null && other.phase() != use.phase() && !always) {
                    throw twice(key, use, other);
                }
                if (session.pairs().find(key).isEmpty()) {
                    unrecorded(use, table.get());
                }
            }
        }
        return declared;
    }

    private void unrecorded(Use use, TableState table) {
        if (mapped.schemaIsCreated() && table.hasOld() && table.hasNew()) {
            Pair key = table.key();
            session.pairs().insert(key, table.first(true), true);
            session.history().add(key.toString(), instance.name(), "recorded", "the schema was created by this start");
        } else if (!always) {
            requireNothingToGuard(use, table);
        }
    }

    /** Without a record a phase is safe only where no other can be: OLD, and NEW where there is no old column. */
    static void requireNothingToGuard(Use use, TableState table) {
        boolean alone = use.phase() == SchemaPhase.NEW && !table.hasOld();
        if (use.phase() != SchemaPhase.OLD && !alone) {
            throw new RefusedException(
                    "The rename '" + use.rename() + "' is configured to phase " + use.phase()
                            + ", but the ledger has no record" + " of " + use.pair()
                            + ": nobody knows which column is current, and who else is live.",
                    "Next move: expand. Run its migration with seamless's begin and lift, as the guide shows; it records the"
                            + " pair. Until then start in phase OLD.");
        }
    }

    private TreeMap<String, SchemaPhase> unaware(Set<String> declared) {
        Set<MappedColumn> columns = mapped.columnsIn(session);
        TreeMap<String, SchemaPhase> unaware = new TreeMap<>();
        for (PairRecord pair : session.pairs().all()) {
            boolean mapsOld = columns.contains(MappedColumn.oldOf(pair.pair()));
            boolean mapsNew = columns.contains(MappedColumn.newOf(pair.pair()));
            if (pair.isOpen() && !declared.contains(pair.key()) && (mapsOld || mapsNew)) {
                if (mapsOld && mapsNew && !always) {
                    throw byHand(pair);
                }
                unaware.put(pair.key(), mapsOld ? SchemaPhase.OLD : SchemaPhase.NEW);
            }
        }
        return unaware;
    }

    private static RefusedException byHand(PairRecord pair) {
        return new RefusedException(
                "This application maps both columns of " + pair.key()
                        + " by hand, while a rename of them is open: nobody" + " knows which of them it reads.",
                "Map one attribute with @Renamed, or the one column that this application reads and writes.");
    }

    private static RefusedException twice(String key, Use use, Use other) {
        return new RefusedException(
                key + " is declared by the renames '" + use.rename() + "' in phase " + use.phase() + " and '"
                        + other.rename() + "' in phase " + other.phase() + " in one application.",
                "Give both the same phase.");
    }
}
