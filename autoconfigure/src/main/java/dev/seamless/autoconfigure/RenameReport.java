package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says once at each start, one line for each rename, what this instance does with it; stops a start that would overlook a
 * member.
 */
final class RenameReport implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(RenameReport.class);

    private final Renames renames;
    private final Declarations declarations;
    private final List<BoundaryNames> boundaries;

    RenameReport(Renames renames, Declarations declarations, List<BoundaryNames> boundaries) {
        this.renames = renames;
        this.declarations = declarations;
        this.boundaries = boundaries;
    }

    @Override
    public void afterSingletonsInstantiated() {
        declarations.all().forEach(this::checkSeen);
        declarations.all().forEach(RenameReport::warnOfExplicitName);
        renames.forEach(this::report);
    }

    private static void warnOfExplicitName(RenamedMember member) {
        if (member.owner().persistent() && !member.onSchema() && member.explicitColumn()) {
            log.atWarn()
                    .addKeyValue("member", member)
                    .log(
                            "{} names its column outright, where 'from' says nothing: if the column has been renamed too, name"
                                    + " the old one with fromColumn",
                            member);
        }
    }

    /** The class files say what should be kept; that a boundary reads them otherwise would be a rename that nobody sees. */
    private void checkSeen(RenamedMember member) {
        for (BoundaryNames boundary : boundaries) {
            if (boundary.overlooks(member)) {
                throw new RefusedException(
                        "@Renamed(id = \"" + member.renamed().id() + "\") on " + member + " has no effect on its "
                                + boundary.boundary()
                                + ": the attribute is not mapped there, or another annotation of it names"
                                + " the new one outright.",
                        "Put it on the member that is mapped; where the new name is explicit, name the old one with "
                                + (boundary instanceof RenamedJsonNames ? "fromJson." : "fromColumn."));
            }
        }
    }

    private void report(Rename rename) {
        String members = declarations.members(rename.id()).stream()
                .map(RenamedMember::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        LoggingEventBuilder event = log.atInfo()
                .addKeyValue("rename", rename.id())
                .addKeyValue("schema", rename.schema())
                .addKeyValue("api", rename.api());
        StringBuilder names = new StringBuilder();
        for (BoundaryNames boundary : boundaries) {
            String joined = String.join(", ", boundary.of(rename));
            if (!joined.isEmpty()) {
                event = event.addKeyValue(boundary.boundary(), joined);
                names.append(", ").append(boundary.boundary()).append(' ').append(joined);
            }
        }
        event.log(
                "Rename {}: schema {}, api {}{}, members {}",
                rename.id(),
                rename.schema(),
                rename.api(),
                names,
                members);
    }
}
