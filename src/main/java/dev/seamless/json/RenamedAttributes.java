package dev.seamless.json;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

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
     * @throws RefusedException if a former name belongs to another attribute of the type, or is ignored by it
     */
    List<RenamedAttribute> of(MapperConfig<?> config, BeanDescription type) {
        List<RenamedAttribute> found = new ArrayList<>();
        for (BeanPropertyDefinition property : type.findProperties()) {
            List<Renamed> chain = chain(property);
            if (!chain.isEmpty()) {
                RenamedAttribute attribute = attribute(config, type, property, found.size(), chain);
                if (!attribute.former().isEmpty()) {
                    Refusals.check(config, type, property, attribute);
                    found.add(attribute);
                }
            }
        }
        return found;
    }

    private RenamedAttribute attribute(
            MapperConfig<?> config,
            BeanDescription type,
            BeanPropertyDefinition property,
            int index,
            List<Renamed> chain) {
        NamingRule naming = new NamingRule(config, type);
        List<Link> links = links(type, property, chain, naming);
        List<JsonName> former = new ArrayList<>();
        List<Rename> passed = new ArrayList<>();
        Conversion conversion = Conversion.NONE;
        for (int i = links.size() - 1; i >= 0; i--) {
            Link link = links.get(i);
            passed.add(0, link.rename());
            conversion = convert(link.declaration(), conversion);
            Rename maker = i == 0 ? null : links.get(i - 1).rename();
            former.add(0, new JsonName(link.oldName(), maker, passed, conversion));
        }
        Rename newest = links.isEmpty() ? null : links.get(links.size() - 1).rename();
        JsonName current = new JsonName(property.getName(), newest, List.of(), Conversion.NONE);
        return new RenamedAttribute(type.getBeanClass(), index, current, former, accessor(property, config));
    }

    /** One rename of a chain that says something about JSON. */
    private record Link(Renamed declaration, Rename rename, String oldName) {}

    private List<Link> links(
            BeanDescription type, BeanPropertyDefinition property, List<Renamed> chain, NamingRule naming) {
        List<Link> links = new ArrayList<>();
        for (Renamed renamed : chain) {
            String oldName = oldName(renamed, property, naming);
            if (oldName != null && !oldName.equals(property.getName())) {
                String member = type.getBeanClass().getName() + "." + property.getName();
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

    /** The old JSON name; null where the declaration says nothing about JSON (DESIGN.md section 2). */
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
