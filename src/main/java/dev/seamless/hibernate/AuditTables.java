package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Stateful;
import org.hibernate.mapping.Table;

/**
 * The audit tables that Envers has contributed for a renamed column: they are renamed along with it.
 *
 * <p>Envers copies names of columns and maps audit entities by name, so nothing of its own is needed to find them.
 */
final class AuditTables {

    private final Metadata metadata;
    private final String prefix;
    private final String suffix;

    AuditTables(Metadata metadata, SessionFactoryImplementor factory) {
        this.metadata = metadata;
        Map<String, Object> settings = factory.getProperties();
        this.prefix = settings.getOrDefault("org.hibernate.envers.audit_table_prefix", "")
                .toString();
        this.suffix = settings.getOrDefault("org.hibernate.envers.audit_table_suffix", "_AUD")
                .toString();
    }

    /** A table that audits another, and what Hibernate writes it through. */
    record Audit(Table table, Stateful stateful) {}

    List<Audit> of(RenamedMember member) {
        Column column = member.value().getColumns().get(0);
        PersistentClass audit =
                metadata.getEntityBinding(prefix + member.entity().getEntityName() + suffix);
        if (member.collection() != null) {
            requireNotAudited(member, member.collection().getCollectionTable());
        }
        return Stream.ofNullable(audit)
                .filter(AuditTables::isAudit)
                .flatMap(AuditTables::tables)
                .filter(table -> table.getColumn(column) != null)
                .map(table -> new Audit(table, audit.getRootClass()))
                .toList();
    }

    private void requireNotAudited(RenamedMember member, Table elements) {
        boolean audited = metadata.getEntityBindings().stream()
                .filter(AuditTables::isAudit)
                .flatMap(AuditTables::tables)
                .anyMatch(table -> table.getName().equalsIgnoreCase(prefix + elements.getName() + suffix));
        if (audited) {
            throw new RefusedException(
                    member.name() + " is an element of a collection that Envers audits.",
                    "Exclude the collection with @NotAudited for the time of this rename.");
        }
    }

    private static boolean isAudit(PersistentClass entity) {
        return entity.getContributor().equals("envers");
    }

    private static Stream<Table> tables(PersistentClass entity) {
        return Stream.concat(
                Stream.of(entity.getTable()), entity.getJoins().stream().map(Join::getTable));
    }
}
