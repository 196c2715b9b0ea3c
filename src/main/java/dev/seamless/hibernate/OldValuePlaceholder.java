package dev.seamless.hibernate;

import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import java.lang.reflect.Type;
import org.hibernate.boot.model.convert.spi.AutoApplicableConverterDescriptor;
import org.hibernate.boot.model.convert.spi.ConverterDescriptor;
import org.hibernate.boot.model.convert.spi.JpaAttributeConverterCreationContext;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.models.spi.MemberDetails;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Marks the members of converting renames while Hibernate binds them, and has each mark replaced by the descriptor of the
 * member in a second pass, which comes before types are resolved.
 *
 * <p>A detour, because Hibernate wants every auto-applied converter class up front, and which there are is known only from
 * the members.
 */
final class OldValuePlaceholder implements ConverterDescriptor<Object, Object>, AutoApplicableConverterDescriptor {

    private final Renames renames;
    private boolean replacing;

    OldValuePlaceholder(Renames renames) {
        this.renames = renames;
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForAttribute(
            MemberDetails member, MetadataBuildingContext context) {
        Renamed renamed = member.getDirectAnnotationUsage(Renamed.class);
        if (renamed == null || renamed.converter() == RenameConverter.None.class || isForJson(renamed, member)) {
            return null;
        }
        String name = member.getDeclaringType().getName() + "." + member.resolveAttributeName();
        if (!renames.of(renamed.id(), name).schema().readsOld()) {
            return null;
        }
        if (!replacing) {
            InFlightMetadataCollector collector = context.getMetadataCollector();
            collector.addSecondPass(entities -> replaceIn(collector));
            replacing = true;
        }
        return this;
    }

    private static boolean isForJson(Renamed renamed, MemberDetails member) {
        Column column = member.getDirectAnnotationUsage(Column.class);
        boolean explicit = column != null && !column.name().isEmpty();
        return renamed.fromColumn().isEmpty() && (renamed.from().isEmpty() || explicit);
    }

    private void replaceIn(InFlightMetadataCollector collector) {
        for (RenamedMember member : RenamedMembers.in(collector)) {
            if (member.value() instanceof BasicValue value && value.getJpaAttributeConverterDescriptor() == this) {
                Renamed renamed = member.declarations().get(0);
                Rename rename = renames.of(renamed.id(), member.name());
                value.setJpaAttributeConverterDescriptor(
                        new OldValueDescriptor(rename, member.name(), renamed.converter()));
            }
        }
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForCollectionElement(
            MemberDetails member, MetadataBuildingContext context) {
        return null;
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForMapKey(
            MemberDetails member, MetadataBuildingContext context) {
        return null;
    }

    @Override
    public boolean isAutoApplicable() {
        return true;
    }

    @Override
    public AutoApplicableConverterDescriptor getAutoApplyDescriptor() {
        return this;
    }

    @Override
    public Class<? extends AttributeConverter<Object, Object>> getAttributeConverterClass() {
        return OldValueConverter.class;
    }

    @Override
    public Type getDomainValueResolvedType() {
        return Object.class;
    }

    @Override
    public Type getRelationalValueResolvedType() {
        return Object.class;
    }

    @Override
    public JpaAttributeConverter<Object, Object> createJpaAttributeConverter(
            JpaAttributeConverterCreationContext context) {
        throw new IllegalStateException("a converting rename was resolved before its second pass");
    }
}
