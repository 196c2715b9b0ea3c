package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.impl.SetterlessProperty;
import tools.jackson.databind.introspect.AnnotatedMethod;

/** Adds a property for each former name of a type's renamed attributes to what Jackson reads. */
final class RenameDeserializers extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1;

    private final transient RenamedAttributes renamed;

    RenameDeserializers(RenamedAttributes renamed) {
        this.renamed = renamed;
    }

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription.Supplier type, BeanDeserializerBuilder builder) {
        AnnotatedMethod build = builder.getBuildMethod();
        List<RenamedAttribute> attributes = build == null
                ? renamed.of(config, type.get())
                : renamed.ofBuilder(config, type.get(), config.constructType(build.getRawReturnType()));
        if (build == null && builder.getAnySetter() == null) { // as Jackson has it for the current name
            renamed.writtenOnly(config, type.get()).forEach(attribute -> ignoreFormerNames(attribute, builder));
        }
        if (!attributes.isEmpty()) {
            includeFormerNames(config, type.get(), builder, attributes);
            addFormerNames(config, builder, attributes);
        }
        return builder;
    }

    /** {@code @JsonIncludeProperties} of the type means the attribute, whatever it is called. */
    private static void includeFormerNames(
            DeserializationConfig config,
            BeanDescription type,
            BeanDeserializerBuilder builder,
            List<RenamedAttribute> attributes) {
        JsonIncludeProperties.Value inclusions =
                config.getDefaultPropertyInclusions(type.getBeanClass(), type.getClassInfo());
        Set<String> included = inclusions == null ? null : inclusions.getIncluded();
        for (RenamedAttribute attribute : attributes) {
            if (included != null && included.contains(attribute.current().text())) {
                attribute.former().forEach(former -> builder.addIncludable(former.text()));
            }
        }
    }

    /** What is not read under its own name is not read under a former one, nor taken for something else. */
    private static void ignoreFormerNames(RenamedAttribute attribute, BeanDeserializerBuilder builder) {
        attribute.former().forEach(former -> builder.addIgnorable(former.text()));
    }

    private static void addFormerNames(
            DeserializationConfig config, BeanDeserializerBuilder builder, List<RenamedAttribute> attributes) {
        ValueInstantiator creator = builder.getValueInstantiator();
        refuseDelegation(creator, attributes.get(0));
        SettableBeanProperty[] own = creator.canCreateFromObjectWith()
                ? creator.getFromObjectArguments(config)
                : new SettableBeanProperty[0];
        List<SettableBeanProperty> parameters = new ArrayList<>(Arrays.asList(own));
        List<RenamedInstantiator.Parameter> renamed = new ArrayList<>();
        for (RenamedAttribute attribute : attributes) {
            SettableBeanProperty property = builder.findProperty(
                    PropertyName.construct(attribute.current().text()));
            if (property == null || builder.hasIgnorable(attribute.current().text())) {
                ignoreFormerNames(attribute, builder);
                continue;
            }
            refuseSetterless(property, attribute);
            int index = indexOf(property, own);
            SettableBeanProperty current = property;
            if (index < 0 || !isRecord(builder)) { // what a record has is never set, and so stays as it is
                current = new CurrentProperty(property, attribute);
                builder.addOrReplaceProperty(current, true);
            }
            int[] places = new int[attribute.former().size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = index < 0 ? -1 : parameters.size();
                FormerProperty former =
                        former(config, property, attribute, attribute.former().get(i), places[i]);
                builder.addProperty(former);
                if (index >= 0) {
                    parameters.add(former);
                }
            }
            if (index >= 0) {
                parameters.set(index, current);
                renamed.add(new RenamedInstantiator.Parameter(attribute, index, places));
            }
        }
        if (!renamed.isEmpty()) {
            builder.setValueInstantiator(new RenamedInstantiator(
                    creator,
                    parameters.toArray(SettableBeanProperty[]::new),
                    own.length,
                    renamed.toArray(RenamedInstantiator.Parameter[]::new)));
        }
    }

    private static FormerProperty former(
            DeserializationConfig config,
            SettableBeanProperty property,
            RenamedAttribute attribute,
            JsonName name,
            int place) {
        boolean sameType = name.conversion().isNone();
        JavaType type = sameType ? property.getType() : name.conversion().oldType(config.getTypeFactory());
        FormerProperty former = new FormerProperty(property, attribute, name, type, place);
        return sameType && property.hasValueDeserializer()
                ? (FormerProperty) former.withValueDeserializer(property.getValueDeserializer())
                : former;
    }

    private static boolean isRecord(BeanDeserializerBuilder builder) {
        return builder.getValueInstantiator().getValueClass().isRecord();
    }

    private static int indexOf(SettableBeanProperty property, SettableBeanProperty[] parameters) {
        return property.isCreatorProperty() ? Arrays.asList(parameters).indexOf(property) : -1;
    }

    private static void refuseDelegation(ValueInstantiator creator, RenamedAttribute attribute) {
        if (creator.canCreateUsingDelegate() || creator.canCreateUsingArrayDelegate()) {
            throw new RefusedException(
                    "The type of the renamed attribute " + attribute
                            + " is made from the JSON as a whole, by a delegating creator that would not find its old name.",
                    "Give the creator a parameter for each attribute (JsonCreator.Mode.PROPERTIES).");
        }
    }

    private static void refuseSetterless(SettableBeanProperty property, RenamedAttribute attribute) {
        if (property instanceof SetterlessProperty) {
            throw new RefusedException(
                    "The renamed attribute " + attribute
                            + " is read by adding to what its getter returns, so that two names in one body would add up.",
                    "Give it a setter.");
        }
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
        if (!(deserializer instanceof BeanDeserializerBase bean)) {
            return deserializer;
        }
        Set<RenamedAttribute> attributes = new LinkedHashSet<>();
        bean.properties().forEachRemaining(property -> {
            if (property instanceof FormerProperty former) {
                attributes.add(former.attribute());
            }
        });
        List<RenamedAttribute> all = List.copyOf(attributes);
        return all.isEmpty()
                ? deserializer
                : new RenamedDeserializer(ConvertedDeserializer.of(deserializer, config, all), all);
    }
}
