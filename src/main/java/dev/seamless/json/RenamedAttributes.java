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
                RenamedAttribute attribute =
                        attribute(type, property, found.size(), chain, new NamingRule(config, type));
                if (!attribute.former().isEmpty()) {
                    Refusals.check(config, type, property, attribute);
                    found.add(attribute);
                }
            }
        }
        return found;
    }

    private RenamedAttribute attribute(
            BeanDescription type, BeanPropertyDefinition property, int index, List<Renamed> chain, NamingRule naming) {
        List<JsonName> former = new ArrayList<>();
        List<Rename> since = new ArrayList<>();
        Conversion conversion = Conversion.NONE;
        Rename newest = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Renamed renamed = chain.get(i);
            String text = oldName(renamed, property, naming);
            if (text == null || text.equals(property.getName())) {
                continue;
            }
            Rename rename = renames.of(renamed.id(), type.getBeanClass().getName() + "." + property.getName());
            newest = newest == null ? rename : newest;
            since.add(0, rename);
            conversion = convert(renamed, conversion);
            former.add(0, new JsonName(text, maker(chain, i, property, naming), since, conversion));
        }
        JsonName current = new JsonName(property.getName(), newest, List.of(), Conversion.NONE);
        return new RenamedAttribute(type.getBeanClass(), index, current, former, property.getAccessor());
    }

    private Conversion convert(Renamed renamed, Conversion later) {
        return renamed.converter() == RenameConverter.None.class
                ? later
                : later.after(converters.apply(renamed.converter()));
    }

    private @Nullable Rename maker(List<Renamed> chain, int index, BeanPropertyDefinition property, NamingRule naming) {
        for (int i = index - 1; i >= 0; i--) {
            if (oldName(chain.get(i), property, naming) != null) {
                return renames.of(chain.get(i).id(), property.getName());
            }
        }
        return null;
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
