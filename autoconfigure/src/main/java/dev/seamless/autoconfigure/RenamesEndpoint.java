package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.gate.Verdict;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** The renames of this instance: phases, names, and whether the old name can go. */
@Endpoint(id = "renames", defaultAccess = Access.READ_ONLY)
final class RenamesEndpoint {

    private final Renames renames;
    private final Declarations declarations;
    private final Gate gate;
    private final Judge judge;
    private final List<BoundaryNames> boundaries;
    private final List<LedgerDetails> ledgers;

    /**
     * The endpoint.
     *
     * @param ledgers what the ledger knows, where there is one
     */
    RenamesEndpoint(
            Renames renames,
            Declarations declarations,
            Gate gate,
            Judge judge,
            List<BoundaryNames> boundaries,
            List<LedgerDetails> ledgers) {
        this.renames = renames;
        this.declarations = declarations;
        this.gate = gate;
        this.judge = judge;
        this.boundaries = boundaries;
        this.ledgers = ledgers;
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
     * @param pairs what the ledger knows: facts, bars, the live fleet, the next move, the history
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
