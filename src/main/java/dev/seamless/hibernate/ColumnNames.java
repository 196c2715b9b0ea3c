package dev.seamless.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.boot.spi.MetadataBuildingOptions;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.Value;

/** Column names as Hibernate derives them, by the naming strategies of the application. */
final class ColumnNames {

    private final Database database;
    private final MetadataBuildingOptions options;

    ColumnNames(MetadataImplementor metadata) {
        this.database = metadata.getDatabase();
        this.options = metadata.getMetadataBuildingOptions();
    }

    /** Returns what {@code @Column(name = ...)} would be mapped to. */
    Identifier explicit(String name) {
        return physical(database.toIdentifier(name, true));
    }

    /** Returns what an attribute of this path would be mapped to, if it named no column. */
    Identifier implicit(String path, Value value) {
        return physical(options.getImplicitNamingStrategy().determineBasicColumnName(new AttributeSource(path, value)));
    }

    private Identifier physical(Identifier logical) {
        JdbcEnvironment environment = database.getJdbcEnvironment();
        Identifier normalized = environment.getIdentifierHelper().normalizeQuoting(logical);
        return options.getPhysicalNamingStrategy().toPhysicalColumnName(normalized, environment);
    }

    private record AttributeSource(String path, Value value) implements ImplicitBasicColumnNameSource {

        @Override
        public AttributePath getAttributePath() {
            return AttributePath.parse(path);
        }

        @Override
        public boolean isCollectionElement() {
            return false;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return value.getBuildingContext();
        }
    }
}
