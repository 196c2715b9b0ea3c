package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.sql.Blob;
import java.sql.Clob;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;

/**
 * The mappings for which the dual write is proved, as an allow-list: all others are refused at start-up.
 *
 * <p>Each refusal names the entity, the attribute, why, and what to do instead.
 */
final class ProvedMapping {

    private static final Set<Class<?>> STREAMED = Set.of(Blob.class, Clob.class, InputStream.class, Reader.class);

    private static final Set<Class<? extends Annotation>> SAME_TWICE =
            Set.of(CreationTimestamp.class, UpdateTimestamp.class, CurrentTimestamp.class);

    private final Metadata metadata;

    ProvedMapping(Metadata metadata) {
        this.metadata = metadata;
    }

    void require(RenamedMember member) {
        requireEntity(member, member.entity());
        requireAttribute(member, member.property());
        requireValue(member, member.value());
        requireColumn(member, (Column) member.value().getSelectables().get(0));
    }

    private static void requireEntity(RenamedMember member, PersistentClass entity) {
        RootClass root = entity.getRootClass();
        refuse(
                root.getSubclassClosure().stream().anyMatch(UnionSubclass.class::isInstance),
                member,
                "belongs to a hierarchy with a table for each class, whose queries select every column of them");
        refuse(!entity.getTable().isPhysicalTable() || entity.getTable().isView(), member, "is not mapped to a table");
        refuse(hasCustomSql(root), member, "is written by custom SQL (@SQLInsert, @SQLUpdate)");
        refuse(
                member.stateful().getStateManagementType() != null
                        && member.stateful().getStateManagementType() != DualState.class,
                member,
                "belongs to an entity whose state is managed in another way (@SoftDelete, @Temporal, @Audited)");
    }

    private static boolean hasCustomSql(RootClass root) {
        return root.getPersistentClassClosure().stream()
                .anyMatch(entity -> entity.getCustomSQLInsert() != null
                        || entity.getCustomSQLUpdate() != null
                        || entity.getJoins().stream().anyMatch(ProvedMapping::hasCustomSql));
    }

    private static boolean hasCustomSql(Join join) {
        return join.getCustomSQLInsert() != null || join.getCustomSQLUpdate() != null;
    }

    private void requireAttribute(RenamedMember member, Property property) {
        RootClass root = member.entity().getRootClass();
        refuse(isIdentifier(member, root), member, "is an identifier or a part of one");
        refuse(property == root.getVersion(), member, "is a version");
        refuse(member.annotations(TenantId.class).findAny().isPresent(), member, "is a tenant identifier");
        refuse(member.annotations(PartitionKey.class).findAny().isPresent(), member, "is a partition key");
        refuse(
                property.getValueGeneratorCreator() != null
                        && member.elements().stream()
                                .flatMap(element -> Stream.of(element.getAnnotations()))
                                .map(Annotation::annotationType)
                                .noneMatch(SAME_TWICE::contains),
                member,
                "is generated, possibly by the database, which would leave the other column alone");
    }

    private static boolean isIdentifier(RenamedMember member, RootClass root) {
        Property identifier = root.getIdentifierProperty();
        boolean inEmbeddedId = identifier != null && (member.path() + ".").startsWith(identifier.getName() + ".");
        boolean inIdClass = root.getIdentifier() instanceof Component parts
                && parts.getProperties().stream()
                        .anyMatch(part -> part.getName().equals(member.path()));
        return inEmbeddedId || inIdClass;
    }

    private void requireValue(RenamedMember member, Value value) {
        boolean joined = value instanceof ToOne && !(member.property().getValue() instanceof Collection);
        refuse(!(value instanceof BasicValue) && !joined, member, "is not an attribute with a column of its own");
        refuse(
                value.getSelectables().size() != 1
                        || value.getSelectables().get(0).isFormula(),
                member,
                "is not mapped to one column");
        refuse(
                value instanceof BasicValue
                        && STREAMED.stream()
                                .anyMatch(type ->
                                        type.isAssignableFrom(value.getType().getReturnedClass())),
                member,
                "is a stream, which can be read once only");
        refuse(isInAggregate(member), member, "is a part of an aggregate (@Struct, JSON)");
        if (member.collection() != null) {
            requireCollection(member, member.collection());
        }
    }

    private static boolean isInAggregate(RenamedMember member) {
        PersistentClass entity = member.entity();
        String[] steps = member.path().split("\\.");
        Value value = entity.getProperty(steps[0]).getValue();
        for (int i = 1; i <= steps.length - 1; i++) {
            Value inner = value instanceof Collection collection ? collection.getElement() : value;
            if (!(inner instanceof Component component)) {
                return false;
            }
            if (component.getAggregateColumn() != null) {
                return true;
            }
            value = component.getProperty(steps[i]).getValue();
        }
        return false;
    }

    private static void requireCollection(RenamedMember member, Collection collection) {
        refuse(collection.isOneToMany(), member, "is not an attribute with a column of its own");
        refuse(collection.isIdentified(), member, "is in a collection with row identifiers (@CollectionId)");
        refuse(
                collection.getCustomSQLInsert() != null || collection.getCustomSQLUpdate() != null,
                member,
                "is written by custom SQL (@SQLInsert, @SQLUpdate)");
        refuse(collection.getWhere() != null, member, "is in a collection with a restriction (@SQLRestriction)");
    }

    private void requireColumn(RenamedMember member, Column column) {
        refuse(
                column.getCustomWrite() != null && !RepeatedExpression.isSameTwice(column.getCustomWrite()),
                member,
                "is written by an expression that could give the two columns different values (@ColumnTransformer)");
        refuse(
                member.value().getTable().getPrimaryKey() != null
                        && member.value().getTable().getPrimaryKey().containsColumn(column),
                member,
                "is a part of a primary key");
        for (Collection collection : metadata.getCollectionBindings()) {
            refuse(
                    isKeyOf(collection, member, column),
                    member,
                    "shares its column with " + collection.getRole()
                            + ", a collection that writes it as its key, index or order");
        }
    }

    private static boolean isKeyOf(Collection collection, RenamedMember member, Column column) {
        boolean here = collection.getCollectionTable() == member.value().getTable();
        boolean key =
                !collection.isInverse() && collection.getKey().getSelectables().contains(column);
        boolean index = collection instanceof IndexedCollection indexed
                && indexed.getIndex().getSelectables().contains(column);
        return here && (key || index);
    }

    private static void refuse(boolean unproved, RenamedMember member, String why) {
        if (unproved) {
            throw new RefusedException(
                    member.name() + " cannot be @Renamed in the database, because it " + why + ".",
                    "Map both columns by hand for the time of this rename, or rename the attribute for JSON alone"
                            + " (fromJson).");
        }
    }
}
