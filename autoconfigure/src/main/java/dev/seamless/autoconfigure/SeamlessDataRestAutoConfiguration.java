package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.rest.ExportCheck;
import dev.seamless.scan.Declarations;
import dev.seamless.web.OpenNames;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.rest.core.mapping.RepositoryResourceMappings;
import org.springframework.http.HttpEntity;

/** Looks at what Spring Data REST exports when all is there: what would serve the wrong shape stops the start. */
@AutoConfiguration(after = SeamlessAutoConfiguration.class)
@ConditionalOnClass({RepositoryResourceMappings.class, HttpEntity.class})
public final class SeamlessDataRestAutoConfiguration {

    @Bean
    SmartInitializingSingleton renamedExportCheck(
            ObjectProvider<RepositoryResourceMappings> exported,
            Declarations declarations,
            Renames renames,
            ConfigurableListableBeanFactory beans,
            Environment environment) {
        OpenNames accepted = AcceptedNames.of(List.of(), environment);
        return () -> exported.orderedStream()
                .forEach(
                        new ExportCheck(
                                        new OpenDeclarations(declarations, renames).types(beans.getBeanClassLoader()),
                                        accepted)::check);
    }

    /** Its converters serve what it exports, and that is looked at here. */
    static boolean isPartOf(Object part) {
        return part.getClass().getName().startsWith("org.springframework.data.rest.");
    }
}
