package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.HandlerInstantiator;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.util.ClassUtil;

/**
 * Names an attribute in JSON as Jackson would have named it, had it still been called so: by the class's
 * {@code @JsonNaming}, else by the mapper's strategy, else not at all ({@code POJOPropertiesCollector._renameUsing}).
 */
final class NamingRule {

    private final MapperConfig<?> config;
    private final @Nullable PropertyNamingStrategy strategy;

    NamingRule(MapperConfig<?> config, BeanDescription type) {
        this.config = config;
        this.strategy = strategy(config, type.getClassInfo());
    }

    String nameOf(String attribute, BeanPropertyDefinition property) {
        if (strategy == null) {
            return attribute;
        }
        boolean reading = config instanceof DeserializationConfig;
        if (reading && property.hasSetter()) {
            return strategy.nameForSetterMethod(config, property.getSetter(), attribute);
        }
        if (reading && property.hasConstructorParameter()) {
            return strategy.nameForConstructorParameter(config, property.getConstructorParameter(), attribute);
        }
        if (!reading && property.hasGetter()) {
            return strategy.nameForGetterMethod(config, property.getGetter(), attribute);
        }
        return strategy.nameForField(config, property.getField(), attribute);
    }

    private static @Nullable PropertyNamingStrategy strategy(MapperConfig<?> config, AnnotatedClass type) {
        Object definition = config.getAnnotationIntrospector().findNamingStrategy(config, type);
        if (definition == null) {
            return config.getPropertyNamingStrategy();
        }
        if (definition instanceof PropertyNamingStrategy strategy) {
            return strategy;
        }
        Class<?> strategyType = (Class<?>) definition;
        if (strategyType == PropertyNamingStrategy.class) {
            return null;
        }
        HandlerInstantiator instantiator = config.getHandlerInstantiator();
        PropertyNamingStrategy strategy =
                instantiator == null ? null : instantiator.namingStrategyInstance(config, type, strategyType);
        return strategy != null
                ? strategy
                : (PropertyNamingStrategy) ClassUtil.createInstance(strategyType, config.canOverrideAccessModifiers());
    }
}
