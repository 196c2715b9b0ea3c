package dev.seamless.autoconfigure;

import dev.seamless.RenameConverter;
import dev.seamless.openapi.RenamedSchemas;
import dev.seamless.scan.Declarations;
import io.swagger.v3.core.converter.ModelConverter;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** Describes old names in the schemas of Springdoc, which takes every {@link ModelConverter} bean. */
@AutoConfiguration(after = SeamlessJacksonAutoConfiguration.class)
@ConditionalOnClass({ModelConverter.class, JsonMapper.class})
public final class SeamlessOpenApiAutoConfiguration {

    @Bean
    RenamedSchemas renamedSchemas(
            ObjectProvider<RenamedJsonNames> names,
            ObjectProvider<Declarations> declarations,
            ApplicationContext context) {
        return new RenamedSchemas(
                () -> {
                    RenamedJsonNames all = names.getIfAvailable();
                    return all == null ? List.of() : all.all();
                },
                rename -> declarations.getObject().members(rename.id()).stream()
                        .map(member -> member.renamed().converter())
                        .filter(converter -> !converter.isEmpty())
                        .findFirst()
                        .map(converter -> oldType(ClassUtils.resolveClassName(converter, context.getClassLoader()))));
    }

    private static Type oldType(Class<?> converter) {
        ResolvableType type =
                ResolvableType.forClass(converter).as(RenameConverter.class).getGeneric(0);
        return type.hasGenerics() ? type.getType() : type.resolve(Object.class);
    }
}
