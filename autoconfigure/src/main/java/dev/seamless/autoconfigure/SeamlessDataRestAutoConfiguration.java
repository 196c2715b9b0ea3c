package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.json.RenameModule;
import dev.seamless.rest.ExportCheck;
import dev.seamless.scan.Declarations;
import dev.seamless.web.OpenNames;
import dev.seamless.web.servlet.RenameJsonConverter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.rest.core.mapping.RepositoryResourceMappings;
import org.springframework.data.rest.webmvc.config.RepositoryRestConfigurer;
import org.springframework.hateoas.server.mvc.TypeConstrainedJacksonJsonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Looks at what Spring Data REST exports when all is there: what would serve the wrong shape stops the start. */
@AutoConfiguration(after = {SeamlessAutoConfiguration.class, SeamlessJacksonAutoConfiguration.class})
@ConditionalOnClass({RepositoryResourceMappings.class, RepositoryRestConfigurer.class})
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

    /** Serves each client of a {@code @RepositoryRestController} its names: Spring Data REST has converters of its own. */
    @Bean
    @ConditionalOnBean(RenameModule.class)
    RepositoryRestConfigurer renameRepositoryRestConfigurer(Renames renames, RenameModule module) {
        return new Configurer(renames, module);
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    private record Configurer(Renames renames, RenameModule module) implements RepositoryRestConfigurer {

        @Override
        public void configureHttpMessageConverters(List<HttpMessageConverter<?>> converters) {
            if (!renames.isEmpty()) {
                converters.replaceAll(this::forRenames);
            }
        }

        private HttpMessageConverter<?> forRenames(HttpMessageConverter<?> converter) {
            return converter instanceof JacksonJsonHttpMessageConverter json
                            && isGeneral(json)
                            && json.getMapper().registeredModules().contains(module)
                    ? RenameJsonConverter.constrainedAs(json)
                    : converter;
        }

        /** The others write documents of their own, such as ALPS. */
        private static boolean isGeneral(JacksonJsonHttpMessageConverter converter) {
            return converter.getClass() == JacksonJsonHttpMessageConverter.class
                    || converter instanceof TypeConstrainedJacksonJsonHttpMessageConverter;
        }
    }
}
