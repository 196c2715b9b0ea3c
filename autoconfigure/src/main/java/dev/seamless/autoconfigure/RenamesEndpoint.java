package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.gate.Verdict;
import dev.seamless.protocol.Direction;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The renames of this instance: phases, names, and whether the old name can go. Its write operations start and stop passes. */
@Endpoint(id = "renames", defaultAccess = Access.READ_ONLY)
final class RenamesEndpoint {

    private final Renames renames;
    private final Declarations declarations;
    private final Gate gate;
    private final Judge judge;
    private final List<BoundaryNames> boundaries;
    private final List<LedgerDetails> ledgers;
    private final List<PassControl> passes;

    /**
     * The endpoint.
     *
     * @param ledgers what the ledger knows, where there is one
     * @param passes who starts and stops passes, where there is a ledger
     */
    RenamesEndpoint(
            Renames renames,
            Declarations declarations,
            Gate gate,
            Judge judge,
            List<BoundaryNames> boundaries,
            List<LedgerDetails> ledgers,
            List<PassControl> passes) {
        this.renames = renames;
        this.declarations = declarations;
        this.gate = gate;
        this.judge = judge;
        this.boundaries = boundaries;
        this.ledgers = ledgers;
        this.passes = passes;
    }

    /** All renames. */
    @ReadOperation
    Map<String, List<View>> renames() {
        List<View> views = new ArrayList<>();
        renames.forEach(rename -> views.add(view(rename)));
        return Map.of("renames", views);
    }

    /** One rename, or nothing (404) if there is none with this id. */
    @ReadOperation
    @Nullable
    View rename(@Selector String id) {
        return renames.find(id).map(this::view).orElse(null);
    }

    /**
     * Starts a pass over the rows of a rename, or goes on with the one that is under way. It works in the background.
     *
     * @param direction which column it brings up to the other; by default the new one
     * @param verify whether it also makes sure of it; by default not
     * @throws dev.seamless.RefusedException if a rule forbids it
     */
    @WriteOperation
    @Nullable
    View start(@Selector String id, @Nullable Direction direction, @Nullable Boolean verify) {
        return operate(
                id,
                control -> control.start(
                        id, direction == null ? Direction.FORWARD : direction, Boolean.TRUE.equals(verify)));
    }

    /**
     * Stops the pass that this instance runs, so that it can be gone on with.
     *
     * @param everywhere whether to end it in the ledger, for all who work on it; by default not
     * @throws dev.seamless.RefusedException if there is nothing to stop
     */
    @DeleteOperation
    @Nullable
    View stop(@Selector String id, @Nullable Boolean everywhere) {
        return operate(id, control -> control.stop(id, Boolean.TRUE.equals(everywhere)));
    }

    private @Nullable View operate(String id, Consumer<PassControl> operation) {
        if (renames.find(id).isEmpty()) {
            return null;
        }
        if (passes.isEmpty()) {
            throw new RefusedException("This application has no ledger.", "Ask one whose entity is renamed.");
        }
        passes.forEach(operation);
        return rename(id);
    }

    private View view(Rename rename) {
        ApiWindow window = gate.windows().stream()
                .filter(each -> each.rename().equals(rename))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> names = new TreeMap<>();
        boundaries.forEach(boundary -> names.put(boundary.boundary(), boundary.of(rename)));
        Map<String, String> cutoffs = new TreeMap<>();
        window.cutoffs().forEach((platform, version) -> cutoffs.put(platform, version.toString()));
        return new View(
                rename.id(),
                rename.schema(),
                rename.api(),
                declarations.members(rename.id()).stream()
                        .map(RenamedMember::toString)
                        .distinct()
                        .toList(),
                names,
                cutoffs,
                window.sunset(),
                judge.judge(window),
                ledgers.stream()
                        .<Object>flatMap(ledger -> ledger.of(rename.id()).stream())
                        .toList());
    }

    /**
     * One rename.
     *
     * @param names the old and the new names, by what they are names of: columns, json
     * @param cutoffs the first client version that knows the new name, by platform
     * @param oldName whether the old JSON name can go
     * @param pairs what the ledger knows: facts, bars, the pass under way, the live fleet, the next move, the history
     */
    record View(
            String id,
            SchemaPhase schema,
            ApiPhase api,
            List<String> members,
            Map<String, List<String>> names,
            Map<String, String> cutoffs,
            @Nullable LocalDate sunset,
            Verdict oldName,
            List<?> pairs) {}
}
