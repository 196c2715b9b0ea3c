package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.json.JsonRename;
import dev.seamless.json.RenameModule;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** The JSON names that Jackson derived: asked for at the start, so that what cannot be kept does not wait for a request. */
final class RenamedJsonNames implements BoundaryNames {

    private static final Logger log = LoggerFactory.getLogger(RenamedJsonNames.class);

    private final List<JsonRename> served;
    private final List<JsonRename> persistent = new ArrayList<>();
    private final Map<String, List<Class<?>>> described = new LinkedHashMap<>();

    RenamedJsonNames(
            RenameModule module, Declarations declarations, JsonMapper mapper, @Nullable ClassLoader classLoader) {
        List<Class<?>> declaring = types(declarations, false, classLoader);
        declaring.forEach(type -> described.put(type.getName(), module.described(mapper, type, classLoader)));
        served = module.inspect(
                mapper,
                described.values().stream().flatMap(List::stream).distinct().toList());
        types(declarations, true, classLoader).forEach(type -> inspectIfServed(module, mapper, type));
    }

    /** Most entities are never served, so one that could not be is no reason to stop. */
    private void inspectIfServed(RenameModule module, JsonMapper mapper, Class<?> type) {
        try {
            persistent.addAll(module.inspect(mapper, List.of(type)));
        } catch (RefusedException e) {
            log.atInfo().addKeyValue("type", type.getName()).log("Not to be served as JSON: {}", e.getMessage());
        }
    }

    private static List<Class<?>> types(
            Declarations declarations, boolean persistent, @Nullable ClassLoader classLoader) {
        return declarations.all().stream()
                .filter(member ->
                        member.onApi() && member.isAttribute() && member.owner().persistent() == persistent)
                .map(member -> member.owner().type())
                .distinct()
                .<Class<?>>map(type -> ClassUtils.resolveClassName(type, classLoader))
                .toList();
    }

    /**
     * The names of the types that are served.
     *
     * @param handled whether a persistent type is taken or returned by a handler, asked only if one is renamed; others are there to be
     *     served
     */
    List<JsonRename> served(Predicate<Class<?>> handled) {
        return Stream.concat(served.stream(), persistent.stream().filter(name -> handled.test(name.type())))
                .toList();
    }

    /** The names of all types, served or not. */
    List<JsonRename> all() {
        return Stream.concat(served.stream(), persistent.stream()).toList();
    }

    @Override
    public String boundary() {
        return "json";
    }

    @Override
    public List<String> of(Rename rename) {
        return all().stream()
                .filter(name -> name.rename().equals(rename))
                .map(name -> name.oldName() + " -> " + name.newName())
                .distinct()
                .toList();
    }

    @Override
    public boolean overlooks(RenamedMember member) {
        return member.onApi()
                && member.isAttribute()
                && !member.owner().persistent()
                && all().stream()
                        .noneMatch(name ->
                                name.rename().id().equals(member.renamed().id())
                                        && described
                                                .getOrDefault(member.owner().type(), List.of())
                                                .contains(name.type()));
    }
}
