package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.json.FieldNames;
import dev.seamless.json.RenameModule;
import dev.seamless.web.HandledTypes;
import dev.seamless.web.JsonPatchCheck;
import dev.seamless.web.OpenNames;
import dev.seamless.web.ParameterCheck;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.servlet.ClientEmitters;
import dev.seamless.web.servlet.ClientFunctions;
import dev.seamless.web.servlet.ConverterCheck;
import dev.seamless.web.servlet.RenameJsonConverter;
import dev.seamless.web.servlet.RenamedParametersAdapter;
import dev.seamless.web.servlet.RequestErrors;
import dev.seamless.web.servlet.RequestJson;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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

    private static final String PREFERRED = "spring.http.converters.preferred-json-mapper";

    @Bean
    @ConditionalOnProperty(name = PREFERRED, havingValue = "jackson", matchIfMissing = true)
    ServerJsonConverter serverJsonConverter(JsonMapper mapper) {
        return new ServerJsonConverter(mapper);
    }

    /**
     * Puts one converter in the place of the one that Boot makes, right after it does: what the application puts there later
     * stays, and is checked at the end of the start. Spring HATEOAS must find Spring's own class there.
     */
    @Bean
    @Order(1)
    @ConditionalOnProperty(name = PREFERRED, havingValue = "jackson", matchIfMissing = true)
    ServerHttpMessageConvertersCustomizer renameServerHttpMessageConvertersCustomizer(
            Renames renames, ServerJsonConverter json, ApplicationContext context) {
        boolean hypermedia =
                ClassUtils.isPresent(SeamlessHateoasAutoConfiguration.HYPERMEDIA, context.getClassLoader());
        return builder -> {
            if (!renames.isEmpty()) {
                builder.withJsonConverter(hypermedia ? json.converter() : new RenameJsonConverter(json.converter()));
            }
        };
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
    ParameterNames renamedParameterNames(
            Renames renames, ObjectProvider<RequestMappingHandlerAdapter> adapters, ApplicationContext context) {
        return new ParameterNames(
                renames,
                Bindings.of(
                        parameter -> adapters.stream()
                                .flatMap(adapter -> Stream.ofNullable(adapter.getCustomArgumentResolvers()))
                                .flatMap(List::stream)
                                .anyMatch(resolver -> resolver.supportsParameter(parameter)),
                        context,
                        context.getEnvironment()));
    }

    @Bean
    @ConditionalOnMissingBean
    RequestErrors requestErrors(FieldNames fields, ParameterNames parameters) {
        return new RequestErrors(fields, parameters);
    }

    @Bean
    RenamedParametersAdapter renamedParametersAdapter(
            ParameterNames names, RequestErrors errors, ObjectProvider<HandlerAdapter> adapters) {
        return new RenamedParametersAdapter(
                names, errors, () -> adapters.orderedStream().toList());
    }

    @Bean
    static ClientEmitters clientEmitters(ObjectProvider<Renames> renames) {
        return new ClientEmitters(() -> !renames.getObject().isEmpty());
    }

    @Bean
    ClientFunctions clientFunctions(Renames renames, ObjectProvider<HandlerAdapter> adapters) {
        return new ClientFunctions(
                !renames.isEmpty(), () -> adapters.orderedStream().toList());
    }

    /** Looks at converters and controllers when all is there: what would serve the wrong shape stops the start. */
    @Bean
    SmartInitializingSingleton renamedConverterCheck(
            ObjectProvider<RequestMappingHandlerAdapter> adapters,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            RenamedJsonNames names,
            ParameterNames parameters,
            ApplicationContext context) {
        return () -> {
            HandledTypes handled = new HandledTypes(
                    ScannedPackages.holding(context, context.getEnvironment()),
                    () -> mappings.orderedStream().flatMap(mapping -> mapping.getHandlerMethods().values().stream()));
            OpenNames open = AcceptedNames.of(names.served(handled::contains), context.getEnvironment());
            ConverterCheck converters = new ConverterCheck(open, models(context));
            adapters.orderedStream()
                    .filter(adapter -> !isOfDataRest(adapter))
                    .forEach(adapter -> converters.check(adapter.getMessageConverters()));
            mappings.orderedStream()
                    .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                        new ParameterCheck(parameters).check(method);
                        new JsonPatchCheck(open)
                                .check(method, info.getConsumesCondition().getConsumableMediaTypes());
                    }));
        };
    }

    /** Its converters serve what it exports, which is looked at where it is there. */
    private static boolean isOfDataRest(Object adapter) {
        return adapter.getClass().getName().startsWith("org.springframework.data.rest.");
    }

    /** What Spring HATEOAS puts objects into, where it is there. */
    private static List<Class<?>> models(ApplicationContext context) {
        String model = "org.springframework.hateoas.RepresentationModel";
        return ClassUtils.isPresent(model, context.getClassLoader())
                ? List.of(ClassUtils.resolveClassName(model, context.getClassLoader()))
                : List.of();
    }
}
