package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.jspecify.annotations.Nullable;

/** The renames of one session factory that change the type or the format too. */
final class ConvertingRenames {

    private final SessionFactoryImplementor factory;

    ConvertingRenames(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    static boolean isConverting(Renamed declaration) {
        return declaration.converter() != RenameConverter.None.class;
    }

    /** Makes sure that Hibernate converts the member exactly while its old column is read. */
    static void require(RenamedMember member, Rename rename) {
        boolean converting = member.declarations().stream().anyMatch(ConvertingRenames::isConverting);
        boolean converted = member.value() instanceof BasicValue value
                && value.getJpaAttributeConverterDescriptor() instanceof OldValueDescriptor;
        refuse(
                converted != (converting && rename.schema().readsOld()),
                member,
                "is not where Hibernate looks for a converter",
                "Put one @Renamed with the converter on the field or getter that Hibernate accesses.");
        if (converting) {
            requireProved(member);
        }
    }

    private static void requireProved(RenamedMember member) {
        Class<? extends RenameConverter<?, ?>> converter = converter(member);
        refuse(
                member.declarations().size() != 1 || member.property().getValue() instanceof Collection,
                member,
                "is an element of a collection or has had several names",
                "Rename first, and convert in a second step without a rename.");
        refuse(
                member.elements().stream().noneMatch(element -> element.getAnnotationsByType(Renamed.class).length > 0),
                member,
                "is renamed by the attribute that embeds it",
                "Put the @Renamed with the converter on the attribute of the embeddable.");
        refuse(
                Conversion.oldType(converter).isEnum()
                        || Conversion.newType(converter).isEnum()
                        || member.isTyped(),
                member,
                "is an enumeration, or has an explicit type, conversion or transformation as well",
                "Let the converter be the only thing that says how the attribute is stored.");
    }

    /** Returns the type of the other column; {@code null} if the rename does not convert. */
    @Nullable
    OtherType otherType(RenamedMember member, Rename rename) {
        if (member.declarations().stream().noneMatch(ConvertingRenames::isConverting)) {
            return null;
        }
        Class<? extends RenameConverter<?, ?>> type = converter(member);
        Conversion conversion = new Conversion(
                rename, member.name(), type, factory.getServiceRegistry().requireService(ManagedBeanRegistry.class));
        return rename.schema().readsOld()
                ? new OtherType(basic(Conversion.newType(type)), newTypeName(member, type), conversion::toNew)
                : new OtherType(basic(Conversion.oldType(type)), oldTypeName(type), conversion::toOld);
    }

    /** The types of both columns; {@code null} if the rename does not convert. */
    RenamedColumn.@Nullable ColumnTypes types(RenamedMember member) {
        return member.declarations().stream().noneMatch(ConvertingRenames::isConverting)
                ? null
                : new RenamedColumn.ColumnTypes(oldTypeName(converter(member)), newTypeName(member, converter(member)));
    }

    /** What the mapping says of a column, it says of the new one: the annotation is the final code. */
    private String newTypeName(RenamedMember member, Class<? extends RenameConverter<?, ?>> converter) {
        Column mapped = member.value().getColumns().get(0);
        String own = mapped.getSqlType();
        return own != null && !own.isEmpty()
                ? own
                : typeName(
                        basic(Conversion.newType(converter)),
                        mapped.getPrecision(),
                        mapped.getScale(),
                        mapped.getLength());
    }

    private String oldTypeName(Class<? extends RenameConverter<?, ?>> converter) {
        return typeName(basic(Conversion.oldType(converter)), null, null, null);
    }

    private BasicType<?> basic(Class<?> type) {
        return factory.getTypeConfiguration().getBasicTypeForJavaType(type);
    }

    private String typeName(
            BasicType<?> type, @Nullable Integer precision, @Nullable Integer scale, @Nullable Long length) {
        Size size = factory.getJdbcServices()
                .getDialect()
                .getSizeStrategy()
                .resolveSize(type.getJdbcType(), type.getJavaTypeDescriptor(), precision, scale, length);
        DdlTypeRegistry names = factory.getTypeConfiguration().getDdlTypeRegistry();
        return names.getDescriptor(type.getJdbcType().getDdlTypeCode()).getTypeName(size, type, names);
    }

    private static Class<? extends RenameConverter<?, ?>> converter(RenamedMember member) {
        return member.declarations().stream()
                .filter(ConvertingRenames::isConverting)
                .findFirst()
                .orElseThrow()
                .converter();
    }

    private static void refuse(boolean wrong, RenamedMember member, String why, String action) {
        if (wrong) {
            throw new RefusedException(member.name() + " is @Renamed with a converter, but " + why + ".", action);
        }
    }
}
