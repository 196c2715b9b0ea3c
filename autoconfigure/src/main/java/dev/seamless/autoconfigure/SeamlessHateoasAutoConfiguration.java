package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.json.RenameModule;
import dev.seamless.web.servlet.RenameJsonConverter;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.hateoas.RepresentationModel;
import org.springframework.hateoas.server.mvc.TypeConstrainedJacksonJsonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves each client the names that it may ask for inside of HAL documents too. Spring HATEOAS adds its mappers to Spring's
 * own JSON converter, and to no other: so that one is replaced after it.
 */
@AutoConfiguration(
        after = SeamlessWebMvcAutoConfiguration.class,
        afterName = SeamlessHateoasAutoConfiguration.HYPERMEDIA)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(value = RepresentationModel.class, name = SeamlessHateoasAutoConfiguration.HYPERMEDIA)
@ConditionalOnBean(ServerJsonConverter.class)
public final class SeamlessHateoasAutoConfiguration {

    static final String HYPERMEDIA = "org.springframework.boot.hateoas.autoconfigure.HypermediaAutoConfiguration";

    @Bean
    WebMvcConfigurer renameHypermediaConfigurer(Renames renames, ServerJsonConverter json, RenameModule module) {
        return new Configurer(renames, json, module);
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    private record Configurer(Renames renames, ServerJsonConverter json, RenameModule module)
            implements WebMvcConfigurer {

        @Override
        @SuppressWarnings("removal") // the hook that Spring HATEOAS uses
        public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
            if (!renames.isEmpty()) {
                converters.replaceAll(this::forRenames);
            }
        }

        private HttpMessageConverter<?> forRenames(HttpMessageConverter<?> converter) {
            if (json.is(converter)) {
                return new RenameJsonConverter(json.converter(), List.of(RepresentationModel.class));
            }
            // Spring Data REST's, which write the models of other controllers too
            return converter instanceof TypeConstrainedJacksonJsonHttpMessageConverter constrained
                            && constrained.getMapper().registeredModules().contains(module)
                    ? RenameJsonConverter.constrainedAs(constrained)
                    : converter;
        }
    }
}
