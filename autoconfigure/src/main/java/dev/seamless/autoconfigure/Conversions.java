package dev.seamless.autoconfigure;

import dev.seamless.RenameConverter;
import dev.seamless.backfill.ColumnValues;
import dev.seamless.backfill.Conversion;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.core.GenericTypeResolver;
import org.springframework.util.ClassUtils;

/** What passes do to the values of a converting rename: its converter is the application's bean, or made like one. */
final class Conversions {

    private final Declarations declarations;
    private final ApplicationContext context;

    Conversions(Declarations declarations, ApplicationContext context) {
        this.declarations = declarations;
        this.context = context;
    }

    /** The conversion of a rename; empty if it changes the name alone. */
    Optional<Conversion> of(String rename) {
        return declarations.members(rename).stream()
                .filter(RenamedMember::onSchema)
                .map(member -> member.renamed().converter())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(this::conversion);
    }

    private Conversion conversion(String converter) {
        Class<?> type = ClassUtils.resolveClassName(converter, context.getClassLoader());
        Class<?>[] types =
                Objects.requireNonNull(GenericTypeResolver.resolveTypeArguments(type, RenameConverter.class));
        Object own = context.getBeanProvider(type).getIfAvailable();
        RenameConverter<?, ?> bean = (RenameConverter<?, ?>)
                (own == null ? context.getAutowireCapableBeanFactory().createBean(type) : own);
        return new Conversion(bean, ColumnValues.of(types[0]), ColumnValues.of(types[1]));
    }
}
