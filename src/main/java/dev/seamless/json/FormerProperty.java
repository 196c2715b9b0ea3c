package dev.seamless.json;

import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.VirtualAnnotatedMember;

/**
 * Reads a renamed attribute under one of its former names. Rules that are declared on the attribute (views, access, null
 * handling) hold for it too; where the type differs, what is declared about the value does not.
 */
final class FormerProperty extends SettableBeanProperty {

    private static final long serialVersionUID = 1;

    private final SettableBeanProperty current;
    private final transient RenamedAttribute attribute;
    private final transient JsonName name;
    private final int creatorIndex;
    private boolean ignorable;

    /**
     * Creates the property.
     *
     * @param current the attribute's own property
     * @param type the type of the value under this name
     * @param creatorIndex its place behind the creator's own parameters; -1 where the attribute is no parameter
     */
    FormerProperty(
            SettableBeanProperty current, RenamedAttribute attribute, JsonName name, JavaType type, int creatorIndex) {
        super(
                PropertyName.construct(name.text()),
                type,
                current.getWrapperName(),
                name.conversion().isNone() ? current.getValueTypeDeserializer() : null,
                null,
                current.getMetadata().withRequired(false));
        this.current = current;
        this.attribute = attribute;
        this.name = name;
        this.creatorIndex = creatorIndex;
        this.ignorable = current.isIgnorable();
        if (name.conversion().isNone()) {
            setManagedReferenceName(current.getManagedReferenceName());
            setObjectIdInfo(current.getObjectIdInfo());
        }
    }

    private FormerProperty(FormerProperty base, ValueDeserializer<?> deserializer, NullValueProvider nulls) {
        super(base, deserializer, nulls);
        this.current = base.current;
        this.attribute = base.attribute;
        this.name = base.name;
        this.creatorIndex = base.creatorIndex;
        this.ignorable = base.ignorable;
    }

    private FormerProperty(FormerProperty base, PropertyName newName) {
        super(base, newName);
        this.current = base.current;
        this.attribute = base.attribute;
        this.name = base.name;
        this.creatorIndex = base.creatorIndex;
        this.ignorable = base.ignorable;
    }

    RenamedAttribute attribute() {
        return attribute;
    }

    @Override
    public SettableBeanProperty withName(PropertyName newName) {
        return new FormerProperty(this, newName);
    }

    @Override
    public SettableBeanProperty withValueDeserializer(ValueDeserializer<?> deserializer) {
        if (deserializer == _valueDeserializer) {
            return this;
        }
        return new FormerProperty(
                this, deserializer, _valueDeserializer == _nullProvider ? deserializer : _nullProvider);
    }

    @Override
    public SettableBeanProperty withNullProvider(NullValueProvider nulls) {
        return new FormerProperty(this, _valueDeserializer, nulls);
    }

    @Override
    public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object bean) {
        Received received = Received.at(context);
        if (received != null && received.hides(attribute)) {
            parser.skipChildren();
            return;
        }
        ClientView view = ClientView.of(context);
        Offer.refuseRetired(context, view, attribute, name);
        Object value = deserialize(parser, context);
        if (!NullHandling.skips(this, value)) {
            current.set(
                    context, bean, counts(context, received, Offer.ofAccepted(context, view, attribute, name, value)));
        }
    }

    @Override
    public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object bean) {
        Received received = Received.at(context);
        if (received != null && received.hides(attribute)) {
            parser.skipChildren();
            return bean;
        }
        ClientView view = ClientView.of(context);
        Offer.refuseRetired(context, view, attribute, name);
        Object value = deserialize(parser, context);
        return NullHandling.skips(this, value)
                ? bean
                : current.setAndReturn(
                        context,
                        bean,
                        counts(context, received, Offer.ofAccepted(context, view, attribute, name, value)));
    }

    @Override
    public void set(DeserializationContext context, Object bean, @Nullable Object value) {
        current.set(context, bean, counts(context, Received.at(context), Offer.of(context, attribute, name, value)));
    }

    @Override
    public Object setAndReturn(DeserializationContext context, Object bean, @Nullable Object value) {
        return current.setAndReturn(
                context, bean, counts(context, Received.at(context), Offer.of(context, attribute, name, value)));
    }

    private @Nullable Object counts(DeserializationContext context, @Nullable Received received, Offer offer) {
        return received == null
                ? offer.value()
                : received.take(context, attribute, offer).value();
    }

    @Override
    public AnnotatedMember getMember() {
        AnnotatedMember member = current.getMember();
        return name.conversion().isNone()
                ? member
                : new VirtualAnnotatedMember(null, member.getDeclaringClass(), name.text(), getType());
    }

    @Override
    public <A extends Annotation> A getAnnotation(Class<A> type) {
        return getMember().getAnnotation(type);
    }

    @Override
    @SuppressWarnings("NullAway") // as BeanProperty has it where there is none
    public <A extends Annotation> A getContextAnnotation(Class<A> type) {
        return name.conversion().isNone() ? current.getContextAnnotation(type) : null;
    }

    /** The attribute's aliases are read by its own property. */
    @Override
    public List<PropertyName> findAliases(MapperConfig<?> config) {
        return List.of();
    }

    @Override
    public boolean visibleInView(Class<?> view) {
        return current.visibleInView(view);
    }

    @Override
    public boolean hasViews() {
        return current.hasViews();
    }

    @Override
    public boolean isCreatorProperty() {
        return creatorIndex >= 0;
    }

    @Override
    public int getCreatorIndex() {
        return creatorIndex >= 0 ? creatorIndex : super.getCreatorIndex();
    }

    @Override
    public void markAsIgnorable() {
        ignorable = true;
    }

    @Override
    public boolean isIgnorable() {
        return ignorable;
    }

    @Override
    public void fixAccess(DeserializationConfig config) {
        current.fixAccess(config);
    }
}
