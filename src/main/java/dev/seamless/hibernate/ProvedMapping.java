package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.util.List;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;

/**
 * The mappings for which the dual write is proved, as an allow-list: all others are refused at start-up.
 *
 * <p>Each refusal names the entity, the attribute, why, and what to do instead.
 */
final class ProvedMapping {

    private static final String BY_HAND =
            "Map both columns by hand for the time of this rename, or rename the attribute for JSON alone (fromJson).";

    private final RenamedMember member;
    private final PersistentClass entity;
    private final Property property;

    private ProvedMapping(RenamedMember member) {
        this.member = member;
        this.entity = member.entity();
        this.property = member.property();
    }

    static void require(RenamedMember member, List<Renamed> declarations) {
        ProvedMapping mapping = new ProvedMapping(member);
        mapping.requireEntity();
        mapping.requireAttribute();
        mapping.requireColumn();
        refuse(
                declarations.stream().anyMatch(declared -> declared.converter() != RenameConverter.None.class),
                member,
                "has a converter",
                "Rename first, and convert in a second step without a rename.");
    }

    private void requireEntity() {
        refuse(!(entity instanceof RootClass) || entity.hasSubclasses(), "belongs to an inheritance hierarchy");
        refuse(!entity.getTable().isPhysicalTable(), "is not mapped to a table");
        refuse(
                entity.getCustomSQLInsert() != null || entity.getCustomSQLUpdate() != null,
                "is written by custom SQL (@SQLInsert, @SQLUpdate)");
        refuse(
                entity.getRootClass().getStateManagementType() != null
                        && entity.getRootClass().getStateManagementType() != DualState.class,
                "belongs to an entity whose state Hibernate manages in another way (@SoftDelete, @Temporal, @Audited)");
    }

    private void requireAttribute() {
        refuse(property == entity.getIdentifierProperty(), "is an identifier");
        refuse(property == entity.getVersion(), "is a version");
        refuse(property.isNaturalIdentifier(), "is a natural identifier");
        refuse(
                !entity.getProperties().contains(property)
                        || property.getValue().getTable() != entity.getTable(),
                "is not an attribute in the table of its entity");
        refuse(property.getValueGeneratorCreator() != null, "is generated");
        refuse(!(property.getValue() instanceof BasicValue), "is not a basic attribute");
        BasicValue value = (BasicValue) property.getValue();
        refuse(value.getJpaAttributeConverterDescriptor() != null, "is converted (@Convert)");
        refuse(value.getEnumerationStyle() != null || value.isLob(), "is an enumeration or a large object");
    }

    private void requireColumn() {
        refuse(
                property.getSelectables().size() != 1
                        || property.getSelectables().get(0).isFormula(),
                "is not mapped to one column");
        Column column = property.getColumns().get(0);
        refuse(
                column.hasCustomRead() || column.getCustomWrite() != null || column.getGeneratedAs() != null,
                "is read or written by an expression (@ColumnTransformer, @GeneratedColumn)");
    }

    private void refuse(boolean unproved, String why) {
        refuse(unproved, member, why, BY_HAND);
    }

    private static void refuse(boolean unproved, RenamedMember member, String why, String action) {
        if (unproved) {
            throw new RefusedException(
                    member.name() + " cannot be @Renamed in the database, because it " + why + ".", action);
        }
    }
}
