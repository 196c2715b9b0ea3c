package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.util.function.UnaryOperator;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;
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
                ? otherType(Conversion.newType(type), conversion::toNew)
                : otherType(Conversion.oldType(type), conversion::toOld);
    }

    private OtherType otherType(Class<?> type, UnaryOperator<@Nullable Object> conversion) {
        TypeConfiguration types = factory.getTypeConfiguration();
        Dialect dialect = factory.getJdbcServices().getDialect();
        BasicType<?> basic = types.getBasicTypeForJavaType(type);
        DdlTypeRegistry names = types.getDdlTypeRegistry();
        Size size = dialect.getSizeStrategy()
                .resolveSize(basic.getJdbcType(), basic.getJavaTypeDescriptor(), null, null, null);
        String name = names.getDescriptor(basic.getJdbcType().getDdlTypeCode()).getTypeName(size, basic, names);
        return new OtherType(basic, name, conversion);
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
