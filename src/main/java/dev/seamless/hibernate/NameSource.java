package dev.seamless.hibernate;

import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/** What an implicit naming strategy is told about an attribute. */
final class NameSource {

    private NameSource() {}

    record Basic(String path, MetadataBuildingContext context, boolean collectionElement)
            implements ImplicitBasicColumnNameSource {

        @Override
        public AttributePath getAttributePath() {
            return AttributePath.parse(path);
        }

        @Override
        public boolean isCollectionElement() {
            return collectionElement;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return context;
        }
    }

    record Join(
            String path,
            MetadataBuildingContext context,
            PersistentClass referenced,
            Identifier referencedTable,
            Identifier referencedColumn)
            implements ImplicitJoinColumnNameSource, EntityNaming {

        @Override
        public Nature getNature() {
            return Nature.ENTITY;
        }

        @Override
        public EntityNaming getEntityNaming() {
            return this;
        }

        @Override
        public AttributePath getAttributePath() {
            return AttributePath.parse(path);
        }

        @Override
        public Identifier getReferencedTableName() {
            return referencedTable;
        }

        @Override
        public Identifier getReferencedColumnName() {
            return referencedColumn;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return context;
        }

        @Override
        public String getClassName() {
            return referenced.getClassName();
        }

        @Override
        public String getEntityName() {
            return referenced.getEntityName();
        }

        @Override
        public @Nullable String getJpaEntityName() {
            return referenced.getJpaEntityName();
        }
    }
}
