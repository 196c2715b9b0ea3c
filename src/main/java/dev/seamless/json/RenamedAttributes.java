package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;

/** Finds the renamed attributes of a type as Jackson describes it, with mixins and naming strategies applied. */
final class RenamedAttributes {

    private final Renames renames;
    private final Function<Class<? extends RenameConverter<?, ?>>, RenameConverter<?, ?>> converters;

    RenamedAttributes(
            Renames renames, Function<Class<? extends RenameConverter<?, ?>>, RenameConverter<?, ?>> converters) {
        this.renames = renames;
        this.converters = converters;
    }

    /**
     * Returns the attributes of the type that have more than one JSON name.
     *
     * @throws RefusedException if a former name belongs to another attribute of the type, or cannot be kept
     */
    List<RenamedAttribute> of(MapperConfig<?> config, BeanDescription type) {
        return named(config, type, declared(config, type));
    }

    /**
     * Returns the renamed attributes of the type, also where they have no names in JSON.
     *
     * @throws RefusedException as {@link #of}
     */
    List<RenamedAttribute> declared(MapperConfig<?> config, BeanDescription type) {
        return find(config, type, type.getBeanClass(), RenamedAttributes::chain);
    }

    /**
     * Returns the renamed attributes of a builder's type: it is the built type that declares them.
     *
     * @throws RefusedException as {@link #of}
     */
    List<RenamedAttribute> ofBuilder(MapperConfig<?> config, BeanDescription builder, JavaType built) {
        Map<String, List<Renamed>> declared = new HashMap<>();
        for (BeanPropertyDefinition property : asWritten(config, built).findProperties()) {
            declared.put(property.getInternalName(), chain(property));
        }
        return named(config, builder, find(config, builder, built.getRawClass(), property -> {
            List<Renamed> own = chain(property);
            return own.isEmpty() ? declared.getOrDefault(property.getInternalName(), List.of()) : own;
        }));
    }

    /** In an array there are no names. */
    private static List<RenamedAttribute> named(
            MapperConfig<?> config, BeanDescription type, List<RenamedAttribute> attributes) {
        return Refusals.isArray(config, type) ? List.of() : attributes;
    }

    /** Returns the renamed attributes of the type that are written, and that Jackson does not read. */
    List<RenamedAttribute> writtenOnly(MapperConfig<?> config, BeanDescription type) {
        Set<String> read = new HashSet<>();
        type.findProperties().forEach(property -> {
            if (property.couldDeserialize()) {
                read.add(property.getName());
            }
        });
        return of(config, asWritten(config, type.getType())).stream()
                .filter(attribute -> !read.contains(attribute.current().text()))
                .toList();
    }

    /** Returns those of the attributes that have a converter and are written, each with what reads the value that is written. */
    static List<RenamedAttribute> converted(MapperConfig<?> config, List<RenamedAttribute> attributes) {
        List<RenamedAttribute> converted = new ArrayList<>();
        for (RenamedAttribute attribute : attributes) {
            AnnotatedMember written = attribute.isConverted() ? written(config, attribute) : null;
            if (written != null) {
                converted.add(attribute.readBy(written));
            }
        }
        return converted;
    }

    private static @Nullable AnnotatedMember written(MapperConfig<?> config, RenamedAttribute attribute) {
        BeanDescription type = asWritten(config, config.constructType(attribute.type()));
        JsonIgnoreProperties.Value ignored = config.getDefaultPropertyIgnorals(attribute.type(), type.getClassInfo());
        for (BeanPropertyDefinition property : type.findProperties()) {
            if (property.getInternalName().equals(attribute.current().attribute())
                    && property.couldSerialize()
                    && !(ignored != null
                            && ignored.findIgnoredForSerialization().contains(property.getName()))) {
                return accessor(property, config);
            }
        }
        return null;
    }

    private static BeanDescription asWritten(MapperConfig<?> config, JavaType type) {
        ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
        return introspector.introspectForSerialization(type, introspector.introspectClassAnnotations(type));
    }

    private List<RenamedAttribute> find(
            MapperConfig<?> config,
            BeanDescription type,
            Class<?> declaring,
            Function<BeanPropertyDefinition, List<Renamed>> declarations) {
        List<RenamedAttribute> found = new ArrayList<>();
        for (BeanPropertyDefinition property : type.findProperties()) {
            List<Renamed> chain = declarations.apply(property);
            List<Link> links = links(declaring, property, chain, new NamingRule(config, type));
            if (!links.isEmpty()) {
                RenamedAttribute attribute = new RenamedAttribute(
                        declaring,
                        found.size(),
                        new JsonName(
                                property.getName(),
                                property.getInternalName(),
                                newest(links),
                                List.of(),
                                Conversion.NONE),
                        former(links),
                        accessor(property, config));
                Refusals.check(config, type, property, attribute);
                found.add(attribute);
            }
        }
        return found;
    }

    private List<JsonName> former(List<Link> links) {
        List<JsonName> former = new ArrayList<>();
        List<Rename> passed = new ArrayList<>();
        Conversion conversion = Conversion.NONE;
        for (int i = links.size() - 1; i >= 0; i--) {
            Link link = links.get(i);
            passed.add(0, link.rename());
            conversion = convert(link.declaration(), conversion);
            Rename maker = i == 0 ? null : links.get(i - 1).rename();
            former.add(0, new JsonName(link.oldName(), link.oldAttribute(), maker, passed, conversion));
        }
        return former;
    }

    private static Rename newest(List<Link> links) {
        return links.get(links.size() - 1).rename();
    }

    /** One rename of a chain that says something about JSON. */
    private record Link(Renamed declaration, Rename rename, String oldName) {

        String oldAttribute() {
            return declaration.from().isEmpty() ? oldName : declaration.from();
        }
    }

    private List<Link> links(
            Class<?> declaring, BeanPropertyDefinition property, List<Renamed> chain, NamingRule naming) {
        List<Link> links = new ArrayList<>();
        for (Renamed renamed : chain) {
            String oldName = oldName(renamed, property, naming);
            if (oldName != null && !oldName.equals(property.getName())) {
                String member = declaring.getName() + "." + property.getName();
                links.add(new Link(renamed, renames.of(renamed.id(), member), oldName));
            }
        }
        return links;
    }

    private static @Nullable AnnotatedMember accessor(BeanPropertyDefinition property, MapperConfig<?> config) {
        AnnotatedMember accessor = property.getAccessor();
        if (accessor != null && config.canOverrideAccessModifiers()) {
            accessor.fixAccess(config.isEnabled(MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS));
        }
        return accessor;
    }

    private Conversion convert(Renamed renamed, Conversion later) {
        return renamed.converter() == RenameConverter.None.class
                ? later
                : later.after(converters.apply(renamed.converter()));
    }

    /** The old JSON name; null where the declaration says nothing about JSON. */
    private static @Nullable String oldName(Renamed renamed, BeanPropertyDefinition property, NamingRule naming) {
        if (!renamed.fromJson().isEmpty()) {
            return renamed.fromJson();
        }
        return renamed.from().isEmpty() || property.isExplicitlyNamed()
                ? null
                : naming.nameOf(renamed.from(), property);
    }

    private static List<Renamed> chain(BeanPropertyDefinition property) {
        AnnotatedMember member = property.getPrimaryMember();
        if (member == null) {
            return List.of();
        }
        Renamed.All all = member.getAnnotation(Renamed.All.class);
        if (all != null) {
            return List.of(all.value());
        }
        Renamed one = member.getAnnotation(Renamed.class);
        return one == null ? List.of() : List.of(one);
    }
}
