package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.json.FieldNames;
import dev.seamless.json.RenameModule;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.servlet.ConverterCheck;
import dev.seamless.web.servlet.RenameJsonConverter;
import dev.seamless.web.servlet.RenamedParametersAdapter;
import dev.seamless.web.servlet.RequestErrors;
import dev.seamless.web.servlet.RequestJson;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Serves each client of Spring MVC the names that it may ask for. */
@AutoConfiguration(after = {SeamlessJacksonAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({
    DispatcherServlet.class,
    JacksonJsonHttpMessageConverter.class,
    ServerHttpMessageConvertersCustomizer.class
})
@ConditionalOnBean({RenameModule.class, JsonMapper.class})
public final class SeamlessWebMvcAutoConfiguration {

    /** Replaces the converter that Boot made, and leaves alone those of the application. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingClass(SeamlessHateoasAutoConfiguration.HYPERMEDIA)
    ServerHttpMessageConvertersCustomizer renameServerHttpMessageConvertersCustomizer(Renames renames) {
        return builder -> {
            if (!renames.isEmpty()) {
                builder.configureMessageConvertersList(
                        converters -> converters.replaceAll(SeamlessWebMvcAutoConfiguration::forRenames));
            }
        };
    }

    private static HttpMessageConverter<?> forRenames(HttpMessageConverter<?> converter) {
        return converter.getClass() == JacksonJsonHttpMessageConverter.class
                ? new RenameJsonConverter((JacksonJsonHttpMessageConverter) converter)
                : converter;
    }

    @Bean
    @ConditionalOnMissingBean
    RequestJson requestJson(JsonMapper mapper) {
        return new RequestJson(mapper);
    }

    @Bean
    @ConditionalOnMissingBean
    RenameProblems renameProblems() {
        return new RenameProblems();
    }

    @Bean
    @ConditionalOnMissingBean
    ParameterNames renamedParameterNames(Renames renames) {
        return new ParameterNames(renames);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestErrors requestErrors(FieldNames fields, ParameterNames parameters) {
        return new RequestErrors(fields, parameters);
    }

    @Bean
    RenamedParametersAdapter renamedParametersAdapter(
            ParameterNames names, RequestErrors errors, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        return new RenamedParametersAdapter(names, errors, adapter::getObject);
    }

    /** Looks at the converters when all is there: what would serve the wrong shape stops the start. */
    @Bean
    SmartInitializingSingleton renamedConverterCheck(
            ObjectProvider<RequestMappingHandlerAdapter> adapters, RenamedJsonNames names, Environment environment) {
        Set<String> accepted = Binder.get(environment)
                .bind("seamless.accept-converters", Bindable.setOf(String.class))
                .orElse(Set.of());
        return () -> adapters.orderedStream()
                .forEach(adapter -> new ConverterCheck(names.served(), accepted).check(adapter.getMessageConverters()));
    }
}
