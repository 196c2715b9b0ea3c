package dev.seamless.autoconfigure;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.backfill.Backfill;
import dev.seamless.backfill.PassRequest;
import dev.seamless.backfill.PassSettings;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Passes;
import dev.seamless.ledger.Use;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * The passes that this instance runs, at most one for a pair. They end with the application, and can be gone on with elsewhere:
 * what they have done stands in the ledger.
 */
final class PassRunner implements PassControl, SmartLifecycle {

    private final Fleets fleets;
    private final Conversions conversions;
    private final Duration expiry;
    private final Map<Place, RunningPass> running = new ConcurrentHashMap<>();
    private volatile boolean open;

    PassRunner(Fleets fleets, Conversions conversions, Duration expiry) {
        this.fleets = fleets;
        this.conversions = conversions;
        this.expiry = expiry;
    }

    /** A pair in its database. */
    private record Place(Ledger ledger, Pair pair) {}

    /** A pair of a rename, with what works on it. */
    private record Work(Anchorage anchorage, Use use, Passes passes) {

        Place place() {
            return new Place(anchorage.ledger(), use.pair());
        }
    }

    private List<Work> works(String rename) {
        List<Work> works = fleets.all().stream()
                .flatMap(anchorage -> anchorage.uses().stream()
                        .filter(use -> use.rename().equals(rename))
                        .distinct()
                        .map(use -> new Work(anchorage, use, passes(anchorage))))
                .toList();
        if (works.isEmpty()) {
            throw new RefusedException(
                    "No entity of this application has a column of the rename '" + rename + "'.",
                    "Ask an application that has one.");
        }
        return works;
    }

    private Passes passes(Anchorage anchorage) {
        return new Passes(anchorage.ledger(), anchorage.fleet().instance(), expiry);
    }

    @Override
    public synchronized void start(String rename, Direction direction, boolean verifies) {
        if (!open) {
            throw new RefusedException("This instance is not running.", "Ask another one.");
        }
        List<Work> works = works(rename);
        for (Work work : works) {
            if (runningAt(work.place()).isPresent()) {
                throw new RefusedException(
                        "This instance runs a pass over " + work.use().pair() + " already.",
                        "Wait for its end, or stop it.");
            }
            work.passes().check(direction, work.use().pair());
        }
        for (Work work : works) {
            Backfill backfill = new Backfill(work.anchorage().dataSource(), work.passes(), PassSettings.DEFAULTS);
            PassRequest request = new PassRequest(
                    work.use().pair(), direction, conversions.of(rename).orElse(null), verifies);
            running.put(work.place(), new RunningPass(backfill, request).start());
        }
    }

    private Optional<RunningPass> runningAt(Place place) {
        return Optional.ofNullable(running.get(place)).filter(RunningPass::isRunning);
    }

    @Override
    public synchronized void stop(String rename, boolean everywhere) {
        boolean stopped = false;
        for (Work work : works(rename)) {
            Optional<RunningPass> here = runningAt(work.place());
            here.ifPresent(RunningPass::stop);
            stopped |= here.isPresent();
            if (everywhere) {
                stopped |= work.passes().stop(work.use().pair());
            }
        }
        if (!stopped) {
            throw new RefusedException(
                    everywhere ? "No pass is under way." : "This instance runs no pass of this rename.",
                    everywhere ? "There is nothing to stop." : "Ask the instance that does, or stop it everywhere.");
        }
    }

    /** The last pass over a pair that this instance has started. */
    Optional<RunningPass.View> last(Ledger ledger, Pair pair) {
        return Optional.ofNullable(running.get(new Place(ledger, pair))).map(RunningPass::view);
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public synchronized void stop() {
        open = false;
        running.values().forEach(RunningPass::stop);
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
