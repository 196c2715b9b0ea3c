package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;

/** Turns the declarations of one session factory into columns: which is read, and which is written with it. */
final class RenamedColumns {

    private final Renames renames;
    private final ColumnNames names;
    private final ProvedMapping proved;
    private final AuditTables audits;
    private final ColumnPointer pointer;

    RenamedColumns(MetadataImplementor metadata, Renames renames, SessionFactoryImplementor factory) {
        this.renames = renames;
        this.names = new ColumnNames(metadata);
        this.proved = new ProvedMapping(metadata);
        this.audits = new AuditTables(metadata, factory);
        this.pointer = new ColumnPointer(metadata, factory);
    }

    /** What the phases need of the real schema. */
    List<ExpectedTable> expected() {
        return pointer.expected();
    }

    /** What is to be done for a member; known of all members before the first column is renamed, for they share some. */
    private record Plan(RenamedMember member, ColumnChain chain, List<AuditTables.Audit> audits) {}

    void point(List<RenamedMember> members) {
        members.stream().flatMap(this::plan).toList().forEach(this::point);
    }

    private Stream<Plan> plan(RenamedMember member) {
        List<Renamed> declarations = member.declarations().stream()
                .filter(declaration -> concernsDatabase(member, declaration))
                .toList();
        if (declarations.isEmpty()) {
            return Stream.empty();
        }
        proved.require(member);
        ColumnChain chain = chain(member, declarations);
        ConvertingRenames.require(member, chain.open());
        return Stream.of(new Plan(member, chain, audits.of(member)));
    }

    private void point(Plan plan) {
        RenamedMember member = plan.member();
        plan.audits().forEach(audit -> pointer.point(member, plan.chain(), audit.table(), audit.stateful()));
        pointer.point(member, plan.chain(), member.value().getTable(), member.stateful());
    }

    /** What names no old column concerns JSON alone; a new column that is named outright makes {@code from} do so. */
    private static boolean concernsDatabase(RenamedMember member, Renamed declaration) {
        return !declaration.fromColumn().isEmpty() || (!declaration.from().isEmpty() && !member.namesItsColumn());
    }

    private ColumnChain chain(RenamedMember member, List<Renamed> declarations) {
        Column mapped = member.value().getColumns().get(0);
        List<Rename> chained = new ArrayList<>();
        List<Identifier> columns = new ArrayList<>();
        for (Renamed declaration : declarations) {
            chained.add(renames.of(declaration.id(), member.name()));
            columns.add(oldColumn(member, declaration, mapped));
        }
        columns.add(new Identifier(mapped.getName(), mapped.isQuoted()));
        return new ColumnChain(member.name(), chained, columns);
    }

    private Identifier oldColumn(RenamedMember member, Renamed declaration, Column mapped) {
        if (!declaration.fromColumn().isEmpty()) {
            return names.explicit(declaration.fromColumn());
        }
        if (!names.implicit(member, member.path()).getCanonicalName().equals(mapped.getCanonicalName())) {
            throw new RefusedException(
                    member.name() + " is mapped to column " + mapped.getName()
                            + ", which the naming strategies do not derive from its name, so they cannot derive the old"
                            + " column from '" + declaration.from() + "' either.",
                    "Name the old column with fromColumn.");
        }
        return names.implicit(member, member.sibling(declaration.from()));
    }
}
