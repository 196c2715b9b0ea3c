package dev.seamless.autoconfigure;

import dev.seamless.RenameConverter;
import dev.seamless.Renames;
import dev.seamless.json.FieldNames;
import dev.seamless.json.RenameModule;
import dev.seamless.scan.Declarations;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Teaches every JSON mapper that Boot builds the two names of each rename. */
@AutoConfiguration(after = {SeamlessAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnClass({JsonMapper.class, JsonMapperBuilderCustomizer.class})
public final class SeamlessJacksonAutoConfiguration {

    @Bean
    RenameModule renameModule(Renames renames, ConfigurableListableBeanFactory beans) {
        return new RenameModule(renames, type -> converter(beans, type));
    }

    private static RenameConverter<?, ?> converter(
            ConfigurableListableBeanFactory beans, Class<? extends RenameConverter<?, ?>> type) {
        RenameConverter<?, ?> bean = beans.getBeanProvider(type).getIfAvailable();
        return bean != null ? bean : beans.createBean(type);
    }

    @Bean
    @ConditionalOnBean(JsonMapper.class)
    FieldNames renamedFieldNames(RenameModule module, JsonMapper mapper) {
        return module.fieldNames(mapper);
    }

    @Bean
    @ConditionalOnBean(JsonMapper.class)
    RenamedJsonNames renamedJsonNames(
            RenameModule module, Declarations declarations, JsonMapper mapper, ConfigurableListableBeanFactory beans) {
        return new RenamedJsonNames(module, declarations, mapper, beans.getBeanClassLoader());
    }
}
