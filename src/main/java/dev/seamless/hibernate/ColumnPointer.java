package dev.seamless.hibernate;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Stateful;
import org.hibernate.mapping.Table;

/** Points the column of a table at the one that is read, and adds the other one. */
final class ColumnPointer {

    private final MetadataImplementor metadata;
    private final SessionFactoryImplementor factory;
    private final OtherColumns others;
    private final ConvertingRenames converters;
    private final List<ExpectedTable> expected = new ArrayList<>();
    private final Map<String, Pair> byColumn = new HashMap<>();

    ColumnPointer(MetadataImplementor metadata, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        this.factory = factory;
        this.others = OtherColumns.of(factory);
        this.converters = new ConvertingRenames(factory);
    }

    List<ExpectedTable> expected() {
        return expected;
    }

    void point(RenamedMember member, ColumnChain chain, Table table, Stateful stateful) {
        Rename rename = chain.open();
        Pair pair = new Pair(
                table.getSchema(),
                table.getName(),
                chain.oldColumn().getText(),
                chain.newColumn().getText());
        RenamedColumn renamed = new RenamedColumn(
                rename, member.entity().getEntityName(), member.path(), pair, converters.types(member));
        if (isNew(renamed, table, chain)) {
            requireQuotable(member, chain);
            Column column = repoint(member, chain, table);
            expected.add(
                    rename.schema().writesBoth()
                            ? new ExpectedTable(
                                    renamed,
                                    table,
                                    List.of(column, addOther(renamed, member, chain, table, column)),
                                    null)
                            : new ExpectedTable(renamed, table, List.of(column), chain.otherColumn()));
        }
        others.add(renamed);
        if (rename.schema().writesBoth()) {
            stateful.setStateManagementType(DualState.class);
        }
    }

    /** Whether no other attribute (of a sibling in a single table, say) has brought the same pair. */
    private boolean isNew(RenamedColumn renamed, Table table, ColumnChain chain) {
        boolean isNew = true;
        for (Identifier column : chain.columns()) {
            String key = table.getQualifiedTableName().render() + "." + column.getCanonicalName();
            Pair before = byColumn.putIfAbsent(key, renamed.pair());
            if (before != null && !before.equals(renamed.pair())) {
                throw new RefusedException(
                        renamed.entity() + "." + renamed.attribute() + " is renamed from and to columns of "
                                + renamed.pair() + ", one of which belongs to another rename: " + before + ".",
                        "Say what this use renames: fromColumn, or @Renamed(attribute = ...) where it is embedded.");
            }
            isNew &= before == null;
        }
        return isNew;
    }

    private Column repoint(RenamedMember member, ColumnChain chain, Table table) {
        Identifier mapped = chain.columns().get(chain.columns().size() - 1);
        for (Identifier column : chain.columns()) {
            if (!column.getCanonicalName().equals(mapped.getCanonicalName()) && table.getColumn(column) != null) {
                throw new RefusedException(
                        member.name() + " is renamed from column " + column.getText() + " of table " + table.getName()
                                + ", which another attribute is mapped to.",
                        "Remove the other attribute, or name the right column with fromColumn.");
            }
        }
        Column column = table.getColumn(mapped);
        new MappedColumn(metadata, table, mapped).rename(chain.readColumn());
        return column;
    }

    /** {@link Column#setName} can begin to quote a name, but not stop. */
    private static void requireQuotable(RenamedMember member, ColumnChain chain) {
        Identifier mapped = chain.columns().get(chain.columns().size() - 1);
        for (Identifier column : chain.columns()) {
            if (mapped.isQuoted() && !column.isQuoted()) {
                throw new RefusedException(
                        member.name() + " is mapped to the quoted column " + mapped.getText()
                                + ", but was renamed from " + column.getText() + ", which is not quoted.",
                        "Name the old column with quotes too: fromColumn = \"`" + column.getText() + "`\".");
            }
        }
    }

    private Column addOther(RenamedColumn renamed, RenamedMember member, ColumnChain chain, Table table, Column read) {
        Identifier other = chain.otherColumn();
        OtherType type = converters.otherType(member, chain.open());
        Column added = BareColumn.add(table, read, other, type);
        Dialect dialect = metadata.getDatabase().getDialect();
        others.add(new OtherColumn(
                renamed,
                factory.getSqlStringGenerationContext().format(table.getQualifiedTableName()),
                read.getQuotedName(dialect),
                other.render(dialect),
                type));
        return added;
    }
}
