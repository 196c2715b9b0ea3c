package dev.seamless.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataBuildingOptions;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.ToOne;

/** Column names as Hibernate derives them, by the naming strategies of the application. */
final class ColumnNames {

    private final MetadataImplementor metadata;
    private final Database database;
    private final MetadataBuildingOptions options;

    ColumnNames(MetadataImplementor metadata) {
        this.metadata = metadata;
        this.database = metadata.getDatabase();
        this.options = metadata.getMetadataBuildingOptions();
    }

    /** Returns what {@code @Column(name = ...)} would be mapped to. */
    Identifier explicit(String name) {
        return physical(database.toIdentifier(name, true));
    }

    /** Returns what the member would be mapped to, if it were called so and named no column. */
    Identifier implicit(RenamedMember member, String path) {
        ImplicitNamingStrategy strategy = options.getImplicitNamingStrategy();
        return physical(
                member.value() instanceof ToOne association
                        ? strategy.determineJoinColumnName(joinSource(association, path))
                        : strategy.determineBasicColumnName(new NameSource.Basic(
                                path, member.value().getBuildingContext(), member.collection() != null)));
    }

    private NameSource.Join joinSource(ToOne association, String path) {
        PersistentClass referenced = metadata.getEntityBinding(association.getReferencedEntityName());
        Column column = association.getReferencedPropertyName() == null
                ? referenced.getKey().getColumns().get(0)
                : referenced
                        .getReferencedProperty(association.getReferencedPropertyName())
                        .getColumns()
                        .get(0);
        return new NameSource.Join(
                path,
                association.getBuildingContext(),
                referenced,
                referenced.getTable().getNameIdentifier(),
                database.toIdentifier(column.getQuotedName()));
    }

    private Identifier physical(Identifier logical) {
        JdbcEnvironment environment = database.getJdbcEnvironment();
        Identifier normalized = environment.getIdentifierHelper().normalizeQuoting(logical);
        return options.getPhysicalNamingStrategy().toPhysicalColumnName(normalized, environment);
    }
}
