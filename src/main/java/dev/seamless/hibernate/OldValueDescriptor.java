package dev.seamless.hibernate;

import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Type;
import org.hibernate.boot.model.convert.internal.AutoApplicableConverterDescriptorBypassedImpl;
import org.hibernate.boot.model.convert.spi.AutoApplicableConverterDescriptor;
import org.hibernate.boot.model.convert.spi.ConverterDescriptor;
import org.hibernate.boot.model.convert.spi.JpaAttributeConverterCreationContext;
import org.hibernate.resource.beans.spi.ProvidedInstanceManagedBeanImpl;
import org.hibernate.type.descriptor.converter.internal.AttributeConverterBean;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.hibernate.type.descriptor.java.JavaType;

/**
 * Tells Hibernate that a member is converted to its old column.
 *
 * @param rename the rename
 * @param member the member, for messages
 * @param converter its converter
 */
record OldValueDescriptor(Rename rename, String member, Class<? extends RenameConverter<?, ?>> converter)
        implements ConverterDescriptor<Object, Object> {

    @Override
    public Class<? extends AttributeConverter<Object, Object>> getAttributeConverterClass() {
        return OldValueConverter.class;
    }

    @Override
    public Type getDomainValueResolvedType() {
        return Conversion.newType(converter);
    }

    @Override
    public Type getRelationalValueResolvedType() {
        return Conversion.oldType(converter);
    }

    @Override
    public AutoApplicableConverterDescriptor getAutoApplyDescriptor() {
        return AutoApplicableConverterDescriptorBypassedImpl.INSTANCE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public JpaAttributeConverter<Object, Object> createJpaAttributeConverter(
            JpaAttributeConverterCreationContext context) {
        Conversion conversion = new Conversion(rename, member, converter, context.getManagedBeanRegistry());
        JavaType<OldValueConverter> self = context.getJavaTypeRegistry().resolveDescriptor(OldValueConverter.class);
        return new AttributeConverterBean<>(
                new ProvidedInstanceManagedBeanImpl<>(new OldValueConverter(conversion)),
                self,
                (Class<Object>) Conversion.newType(converter),
                (Class<Object>) Conversion.oldType(converter),
                context);
    }
}
