package dev.seamless.json;

import dev.seamless.RefusedException;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Teaches a Jackson mapper the two names of each {@link Renamed} attribute: which are served and accepted follows from the
 * phase of the rename and from the {@link ClientView} of the call. Leaves alone every type without a {@link Renamed} attribute.
 */
public final class RenameModule extends JacksonModule {

    /**
     * Types that hooks are called with, or return, and that may not have been met otherwise. HotSpot 17 compiles a hook into
     * Jackson's own code only if some class of the hook's code source has looked up every type of its signature: this does.
     */
    @SuppressWarnings("unused")
    private static final List<Class<?>> PASSED_ON = List.of(
            JsonParser.class,
            JsonGenerator.class,
            DeserializationContext.class,
            SerializationContext.class,
            SentNames.class);

    private final RenamedAttributes renamed;

    /** Creates the module with converters that are made by their constructors without parameters. */
    public RenameModule(Renames renames) {
        this(renames, RenameModule::construct);
    }

    /**
     * Creates the module.
     *
     * @param converters returns the converter of the given type, of which one serves all threads
     */
    public RenameModule(
            Renames renames, Function<Class<? extends RenameConverter<?, ?>>, RenameConverter<?, ?>> converters) {
        this.renamed = new RenamedAttributes(renames, converters);
    }

    @Override
    public String getModuleName() {
        return "seamless";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        // Also where no rename is known: a declaration that the scan did not see is refused, and not overlooked.
        context.addSerializerModifier(new RenameSerializers(renamed));
        context.addDeserializerModifier(new RenameDeserializers(renamed));
    }

    /**
     * Returns the JSON names that the given types have in the mapper, which uses this module.
     *
     * @param types types that declare {@link Renamed} attributes
     * @throws RefusedException if a renamed attribute has a shape whose two names cannot be kept, or the mapper does not
     *     use this module
     */
    public List<JsonRename> inspect(JsonMapper mapper, Collection<Class<?>> types) {
        if (!types.isEmpty() && !mapper.registeredModules().contains(this)) {
            throw new RefusedException(
                    "The application's JsonMapper was made without " + RenameModule.class.getName()
                            + ", and would know nothing of old names in "
                            + types.iterator().next().getName() + ".",
                    "Make the bean by the JsonMapper.Builder that Spring Boot has as a bean, or add every JacksonModule"
                            + " bean to its builder.");
        }
        return new Inspection(mapper, renamed).of(types);
    }

    /**
     * Returns the classes whose JSON the given one describes: those that it is a mixin for in the mapper, or else itself.
     *
     * @param classLoader loads the classes
     */
    public List<Class<?>> described(JsonMapper mapper, Class<?> type, @Nullable ClassLoader classLoader) {
        return new Mixins(mapper, classLoader).targets(type);
    }

    /**
     * Returns what a client calls the attributes of an object that was read from it.
     *
     * @param mapper uses this module
     */
    public FieldNames fieldNames(JsonMapper mapper) {
        return new FieldNames(mapper, renamed);
    }

    private static RenameConverter<?, ?> construct(Class<? extends RenameConverter<?, ?>> type) {
        try {
            Constructor<? extends RenameConverter<?, ?>> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new RefusedException(
                    "The converter " + type.getName() + " could not be created: " + e + ".",
                    "Give it a constructor without parameters, or make it a Spring bean.");
        }
    }
}
