package dev.seamless.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Calls a creator (a record's constructor, a {@code @JsonCreator}) some of whose parameters have former names: each former
 * name is one more parameter to Jackson, behind the creator's own. When all are there, the buffer knows exactly which were
 * absent, which null and which had a value; the one that counts is put in the parameter's place, and the rest is dropped.
 */
final class RenamedInstantiator extends ValueInstantiator.Delegating {

    private static final long serialVersionUID = 1;

    /** Stands in a former name's place where nothing was read: it is no parameter that could be missing. */
    private static final Object NOTHING = new Object();

    private final SettableBeanProperty[] parameters;
    private final int own;
    private final transient Parameter[] renamed;
    private final transient @Nullable MethodHandle call;

    /**
     * A renamed parameter.
     *
     * @param index its place
     * @param former the places of its former names, the oldest first
     */
    @SuppressWarnings("ArrayRecordComponent") // read for each object of a body, and compared by nobody
    record Parameter(RenamedAttribute attribute, int index, int[] former) {}

    RenamedInstantiator(ValueInstantiator creator, SettableBeanProperty[] parameters, int own, Parameter... renamed) {
        super(creator);
        this.parameters = parameters;
        this.own = own;
        this.renamed = renamed.clone();
        this.call = creator.getClass() == StdValueInstantiator.class ? call(creator, own, parameters.length) : null;
    }

    /** Takes all that a buffer holds, and gives the creator its own; null where it may not be called so, or holds too many. */
    private static @Nullable MethodHandle call(ValueInstantiator creator, int own, int all) {
        Member member = creator.getWithArgsCreator().getMember();
        try {
            MethodHandle handle = member instanceof Constructor<?> constructor
                    ? MethodHandles.lookup().unreflectConstructor(constructor)
                    : MethodHandles.lookup().unreflect((Method) member);
            List<Class<?>> names = Collections.nCopies(all - own, Object.class);
            return MethodHandles.dropArguments(handle.asFixedArity(), own, names)
                    .asType(MethodType.genericMethodType(all))
                    .asSpreader(Object[].class, all);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public ValueInstantiator createContextual(DeserializationContext context, BeanDescription.Supplier type) {
        ValueInstantiator contextual = delegate().createContextual(context, type);
        return contextual == delegate() ? this : new RenamedInstantiator(contextual, parameters, own, renamed);
    }

    @Override
    public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
        return parameters.clone();
    }

    @Override
    public Object createFromObjectWith(
            DeserializationContext context, SettableBeanProperty[] all, PropertyValueBuffer buffer) {
        Received received = Received.at(context);
        @Nullable JsonName[] came = new JsonName[renamed.length];
        for (int i = 0; i < renamed.length; i++) {
            came[i] = settle(context, received, renamed[i], all, buffer);
        }
        Object object = call == null
                ? createByOther(context, all, buffer)
                : create(call, context, buffer.getParameters(context, all));
        note(context, received, object, came);
        return object;
    }

    /** As Jackson's own creates it, failures included, but that its handle is not made anew for each object. */
    private Object create(MethodHandle creator, DeserializationContext context, Object[] all) {
        try {
            return (Object) creator.invokeExact(all);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            Throwable problem = e instanceof DatabindException ? e : context.instantiationException(getValueClass(), e);
            return context.handleInstantiationProblem(getValueClass(), Arrays.copyOf(all, own), problem);
        }
    }

    /** Where nothing is kept about an object while it is read, as of a record, the names that came are noted at once. */
    private void note(
            DeserializationContext context, @Nullable Received received, Object object, @Nullable JsonName[] came) {
        ClientView view = received == null ? ClientView.of(context) : null;
        SentNames sent = view == null ? null : view.sent();
        for (int i = 0; i < came.length; i++) {
            JsonName name = came[i];
            if (name != null && received != null) {
                received.note(renamed[i].attribute(), name);
            } else if (name != null && view != null && sent != null) {
                sent.note(object, renamed[i].attribute(), name, view);
            }
        }
    }

    /** Another instantiator (Kotlin's) asks the buffer what is there, and must find the creator's own parameters only. */
    private Object createByOther(
            DeserializationContext context, SettableBeanProperty[] all, PropertyValueBuffer buffer) {
        SettableBeanProperty[] ownParameters = Arrays.copyOf(all, own);
        PropertyValueBuffer ownBuffer =
                new PropertyValueBuffer(context.getParser(), context, own, null, null, injected(ownParameters));
        for (SettableBeanProperty property : ownParameters) {
            if (buffer.hasParameter(property)) {
                ownBuffer.assignParameter(property, buffer.getParameter(context, property));
            }
        }
        return delegate().createFromObjectWith(context, ownParameters, ownBuffer);
    }

    private static @Nullable BitSet injected(SettableBeanProperty[] parameters) {
        BitSet injected = new BitSet();
        for (int i = 0; i < parameters.length; i++) {
            injected.set(i, parameters[i].getInjectionDefinition() != null);
        }
        return injected.isEmpty() ? null : injected;
    }

    /** Puts what counts in the parameter's place, and returns the name under which it came; null where none did. */
    private static @Nullable JsonName settle(
            DeserializationContext context,
            @Nullable Received received,
            Parameter parameter,
            SettableBeanProperty[] all,
            PropertyValueBuffer buffer) {
        RenamedAttribute attribute = parameter.attribute();
        SettableBeanProperty current = all[parameter.index()];
        Offer counts = former(context, parameter, all, buffer, received);
        boolean hasCurrent = buffer.hasParameter(current);
        if (counts == null) {
            return hasCurrent ? attribute.current() : null;
        }
        Object value = hasCurrent ? buffer.getParameter(context, current) : null;
        if (hasCurrent && !NullHandling.skips(current, value)) {
            counts = between(context, attribute, counts, new Offer(attribute.current(), value, value), received);
        }
        buffer.assignParameter(current, counts.value());
        return counts.name();
    }

    /** Returns what counts of the former names; null where none was there. */
    private static @Nullable Offer former(
            DeserializationContext context,
            Parameter parameter,
            SettableBeanProperty[] all,
            PropertyValueBuffer buffer,
            @Nullable Received received) {
        RenamedAttribute attribute = parameter.attribute();
        boolean hidden = received != null && received.hides(attribute);
        Offer counts = null;
        for (int i = 0; i < parameter.former().length; i++) {
            SettableBeanProperty property = all[parameter.former()[i]];
            if (!hidden && buffer.hasParameter(property)) {
                Object raw = buffer.getParameter(context, property);
                Offer offer = Offer.of(context, attribute, attribute.former().get(i), raw);
                if (!NullHandling.skips(property, raw)) {
                    counts = counts == null ? offer : between(context, attribute, counts, offer, received);
                }
            }
            buffer.assignParameter(property, NOTHING);
        }
        return counts;
    }

    private static Offer between(
            DeserializationContext context,
            RenamedAttribute attribute,
            Offer one,
            Offer other,
            @Nullable Received received) {
        Offer base = received == null ? null : received.base(attribute);
        return Choice.between(context, attribute, one, other, base);
    }

    // What Delegating does not pass on:

    @Override
    public boolean canCreateFromBigInteger() {
        return delegate().canCreateFromBigInteger();
    }

    @Override
    public boolean canCreateFromBigDecimal() {
        return delegate().canCreateFromBigDecimal();
    }

    @Override
    public Object createFromBigInteger(DeserializationContext context, java.math.BigInteger value) {
        return delegate().createFromBigInteger(context, value);
    }

    @Override
    public Object createUsingDefaultOrWithoutArguments(DeserializationContext context) {
        return delegate().createUsingDefaultOrWithoutArguments(context);
    }
}
