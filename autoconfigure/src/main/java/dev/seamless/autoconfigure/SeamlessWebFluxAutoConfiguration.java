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
import dev.seamless.web.reactive.CallerErrors;
import dev.seamless.web.reactive.CodecCheck;
import dev.seamless.web.reactive.ExchangeErrors;
import dev.seamless.web.reactive.ExchangeJson;
import dev.seamless.web.reactive.OwnResolvers;
import dev.seamless.web.reactive.RenameJsonDecoder;
import dev.seamless.web.reactive.RenameJsonEncoder;
import dev.seamless.web.reactive.RenamedParametersAdapter;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Serves each client of Spring WebFlux the names that it may ask for. */
@AutoConfiguration(
        after = {SeamlessJacksonAutoConfiguration.class, JacksonAutoConfiguration.class},
        beforeName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({DispatcherHandler.class, CodecCustomizer.class})
@ConditionalOnBean({RenameModule.class, JsonMapper.class})
public final class SeamlessWebFluxAutoConfiguration {

    /** After Boot's own, at 0, and before those of the application, which have no order. */
    @Bean
    @Order(10)
    @ConditionalOnProperty(
            name = "spring.http.codecs.preferred-json-mapper",
            havingValue = "jackson",
            matchIfMissing = true)
    CodecCustomizer renameCodecCustomizer(Renames renames, JsonMapper mapper) {
        return configurer -> {
            if (!renames.isEmpty()) {
                configurer.defaultCodecs().jacksonJsonEncoder(new RenameJsonEncoder(mapper));
                configurer.defaultCodecs().jacksonJsonDecoder(new RenameJsonDecoder(mapper));
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    ExchangeJson exchangeJson(JsonMapper mapper) {
        return new ExchangeJson(mapper);
    }

    @Bean
    @ConditionalOnMissingBean
    RenameProblems renameProblems() {
        return new RenameProblems();
    }

    @Bean
    @ConditionalOnMissingBean
    ParameterNames renamedParameterNames(
            Renames renames,
            ObjectProvider<WebFluxConfigurer> configurers,
            BeanFactory beans,
            Environment environment) {
        Supplier<OwnResolvers> own = SingletonSupplier.of(
                () -> new OwnResolvers(configurers.orderedStream().toList()));
        return new ParameterNames(renames, Bindings.of(parameter -> own.get().take(parameter), beans, environment));
    }

    /** Before Boot's own, at -1, which writes the answer. */
    @Bean
    @Order(-2)
    @ConditionalOnMissingBean
    ExchangeErrors exchangeErrors(FieldNames fields, ParameterNames parameters) {
        return new ExchangeErrors(fields, parameters);
    }

    @Bean
    @ConditionalOnBooleanProperty("spring.webflux.problemdetails.enabled")
    static WordedProblems wordedProblems(
            ObjectProvider<Renames> renames, ObjectProvider<ExchangeErrors> errors, ApplicationContext context) {
        return new WordedProblems(renames, errors, context);
    }

    @Bean
    CallerErrors callerErrors(ExchangeErrors errors) {
        return new CallerErrors(errors);
    }

    @Bean
    RenamedParametersAdapter renamedParametersAdapter(ParameterNames names, ObjectProvider<HandlerAdapter> adapters) {
        return new RenamedParametersAdapter(
                names, () -> adapters.orderedStream().toList());
    }

    /** Looks at codecs and controllers when all is there: what would serve the wrong shape stops the start. */
    @Bean
    SmartInitializingSingleton renamedCodecCheck(
            ObjectProvider<ServerCodecConfigurer> codecs,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            RenamedJsonNames names,
            ParameterNames parameters,
            BeanFactory beans,
            Environment environment) {
        return () -> {
            HandledTypes handled = new HandledTypes(
                    ScannedPackages.holding(beans, environment),
                    () -> mappings.orderedStream().flatMap(mapping -> mapping.getHandlerMethods().values().stream()));
            OpenNames open = AcceptedNames.of(names.served(handled::contains), environment);
            codecs.orderedStream().forEach(new CodecCheck(open)::check);
            mappings.orderedStream()
                    .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                        new ParameterCheck(parameters).check(method);
                        new JsonPatchCheck(open)
                                .check(method, info.getConsumesCondition().getConsumableMediaTypes());
                    }));
        };
    }
}
