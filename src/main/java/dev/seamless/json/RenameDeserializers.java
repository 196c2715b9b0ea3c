package dev.seamless.json;

import dev.seamless.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<RenamedAttribute> attributes = renamed.of(config, type.get());
        if (!attributes.isEmpty()) {
            addFormerNames(config, builder, attributes);
        }
        return builder;
    }

    private static void addFormerNames(
            DeserializationConfig config, BeanDeserializerBuilder builder, List<RenamedAttribute> attributes) {
        ValueInstantiator creator = builder.getValueInstantiator();
        SettableBeanProperty[] own = creator.canCreateFromObjectWith()
                ? creator.getFromObjectArguments(config)
                : new SettableBeanProperty[0];
        List<SettableBeanProperty> parameters = new ArrayList<>(Arrays.asList(own));
        List<RenamedInstantiator.Parameter> renamed = new ArrayList<>();
        for (RenamedAttribute attribute : attributes) {
            SettableBeanProperty property = builder.findProperty(
                    PropertyName.construct(attribute.current().text()));
            if (property == null || builder.hasIgnorable(attribute.current().text())) {
                // not read under its own name: nor, then, under a former one
                attribute.former().forEach(former -> builder.addIgnorable(former.text()));
                continue;
            }
            refuseSetterless(property, attribute);
            CurrentProperty current = new CurrentProperty(property, attribute);
            int index = indexOf(property, own);
            builder.addOrReplaceProperty(current, true);
            List<Integer> places = new ArrayList<>();
            for (JsonName name : attribute.former()) {
                int place = index < 0 ? -1 : parameters.size();
                FormerProperty former = former(config, property, attribute, name, place);
                builder.addProperty(former);
                if (index >= 0) {
                    places.add(place);
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
                    creator, parameters.toArray(SettableBeanProperty[]::new), own.length, renamed));
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

    private static int indexOf(SettableBeanProperty property, SettableBeanProperty[] parameters) {
        return property.isCreatorProperty() ? Arrays.asList(parameters).indexOf(property) : -1;
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
        int attributes = deserializer instanceof BeanDeserializerBase
                ? renamed.of(config, type.get()).size()
                : 0;
        return attributes == 0 ? deserializer : new RenamedDeserializer(deserializer, attributes);
    }
}
