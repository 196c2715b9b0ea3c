package dev.seamless.hibernate;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** Turns the declarations of one session factory into columns: which is read, and which is written with it. */
final class RenamedColumns {

    private final MetadataImplementor metadata;
    private final Renames renames;
    private final SessionFactoryImplementor factory;
    private final ColumnNames names;
    private final OtherColumns others;

    RenamedColumns(MetadataImplementor metadata, Renames renames, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.renames = renames;
        this.factory = factory;
        this.names = new ColumnNames(metadata);
        this.others = OtherColumns.of(factory);
    }

    void point(RenamedMember member) {
        List<Renamed> declarations = member.declarations().stream()
                .filter(declaration -> concernsDatabase(member, declaration))
                .toList();
        if (!declarations.isEmpty()) {
            ProvedMapping.require(member, declarations);
            point(member, chain(member, declarations));
        }
    }

    /** What names no old column concerns JSON alone; a new column that is named outright makes {@code from} do so. */
    private boolean concernsDatabase(RenamedMember member, Renamed declaration) {
        return !declaration.fromColumn().isEmpty()
                || (!declaration.from().isEmpty() && !ExplicitColumn.names(member, names));
    }

    private ColumnChain chain(RenamedMember member, List<Renamed> declarations) {
        List<Rename> chained = new ArrayList<>();
        List<Identifier> columns = new ArrayList<>();
        for (Renamed declaration : declarations) {
            chained.add(renames.of(declaration.id(), member.name()));
            columns.add(oldColumn(member, declaration));
        }
        columns.add(identifier(member.property().getColumns().get(0)));
        return new ColumnChain(member.name(), chained, columns);
    }

    private Identifier oldColumn(RenamedMember member, Renamed declaration) {
        return declaration.fromColumn().isEmpty()
                ? names.implicit(
                        member.sibling(declaration.from()), member.property().getValue())
                : names.explicit(declaration.fromColumn());
    }

    private static Identifier identifier(Column column) {
        return new Identifier(column.getName(), column.isQuoted());
    }

    private void point(RenamedMember member, ColumnChain chain) {
        Column column = member.property().getColumns().get(0);
        Table table = member.property().getValue().getTable();
        Identifier mapped = identifier(column);
        requireFree(member, table, chain, mapped);
        requireQuotable(member, mapped, chain.readColumn());
        new MappedColumn(metadata, table, mapped).rename(chain.readColumn());
        register(member, chain, table, column);
    }

    private static void requireFree(RenamedMember member, Table table, ColumnChain chain, Identifier mapped) {
        for (Identifier column : chain.columns()) {
            if (!column.getCanonicalName().equals(mapped.getCanonicalName()) && table.getColumn(column) != null) {
                throw new RefusedException(
                        member.name() + " is renamed from column " + column.getText() + " of table " + table.getName()
                                + ", which another attribute is mapped to.",
                        "Remove the other attribute, or name the right column with fromColumn.");
            }
        }
    }

    /** {@link Column#setName} can begin to quote a name, but not stop. */
    private static void requireQuotable(RenamedMember member, Identifier mapped, Identifier read) {
        if (mapped.isQuoted() && !read.isQuoted()) {
            throw new RefusedException(
                    member.name() + " is mapped to the quoted column " + mapped.getText() + ", but was renamed from "
                            + read.getText() + ", which is not quoted.",
                    "Name the old column with quotes too: fromColumn = \"`" + read.getText() + "`\".");
        }
    }

    private void register(RenamedMember member, ColumnChain chain, Table table, Column column) {
        Rename rename = chain.open();
        Pair pair = new Pair(
                table.getSchema(),
                table.getName(),
                chain.oldColumn().getText(),
                chain.newColumn().getText());
        RenamedColumn renamed = new RenamedColumn(rename, member.entity().getEntityName(), member.path(), pair);
        others.add(renamed);
        if (rename.schema().writesBoth()) {
            Identifier other = rename.schema().readsOld() ? chain.newColumn() : chain.oldColumn();
            BareColumn.add(table, column, other);
            Dialect dialect = metadata.getDatabase().getDialect();
            others.add(new OtherColumn(
                    renamed,
                    factory.getSqlStringGenerationContext().format(table.getQualifiedTableName()),
                    column.getQuotedName(dialect),
                    other.render(dialect)));
            member.entity().getRootClass().setStateManagementType(DualState.class);
        }
    }
}
