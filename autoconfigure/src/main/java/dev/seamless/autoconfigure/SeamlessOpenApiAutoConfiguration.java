package dev.seamless.autoconfigure;

import dev.seamless.openapi.RenamedSchemas;
import io.swagger.v3.core.converter.ModelConverter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Describes old names in the schemas of Springdoc, which takes every {@link ModelConverter} bean. */
@AutoConfiguration(after = SeamlessJacksonAutoConfiguration.class)
@ConditionalOnClass({ModelConverter.class, JsonMapper.class})
public final class SeamlessOpenApiAutoConfiguration {

    @Bean
    RenamedSchemas renamedSchemas(ObjectProvider<RenamedJsonNames> names) {
        return new RenamedSchemas(() -> {
            RenamedJsonNames all = names.getIfAvailable();
            return all == null ? List.of() : all.all();
        });
    }
}
