package dev.seamless.web;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** A type that Spring binds from parameters, by setters or by a constructor: the old names of its attributes. */
final class BoundType {

    private final ResolvableType type;
    private final Map<String, Renaming> byOldName = new HashMap<>();
    private final Map<String, List<Former>> byNewName = new HashMap<>();
    private final Map<String, String> converted = new HashMap<>();

    /** What a name became, or a path: what it is called now, and the renames that did it. */
    record Renaming(List<Rename> renames, String newName) {

        Renaming(Rename rename, String newName) {
            this(List.of(rename), newName);
        }

        boolean acceptsOld() {
            return all(rename -> rename.api().acceptsOld());
        }

        boolean all(Predicate<Rename> condition) {
            return renames.stream().allMatch(condition);
        }
    }

    /** A former name of an attribute, and the rename that ended it. */
    record Former(Rename rename, String name) {}

    /**
     * Looks at a type.
     *
     * @param accepted whether what has a converter may go without its old name
     */
    BoundType(ResolvableType type, Renames renames, boolean accepted) {
        this.type = type;
        Class<?> raw = type.toClass();
        ReflectionUtils.doWithFields(raw, field -> declare(field, field.getName(), renames));
        for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(raw)) {
            declare(property.getReadMethod(), property.getName(), renames);
            declare(property.getWriteMethod(), property.getName(), renames);
        }
        for (Executable constructor : raw.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                declare(parameter, parameter.getName(), renames);
            }
        }
        if (accepted) {
            converted.clear();
        }
    }

    private void declare(@Nullable AnnotatedElement member, String name, Renames renames) {
        if (member == null) {
            return;
        }
        List<Renamed> chain = Stream.of(member.getAnnotationsByType(Renamed.class))
                .filter(renamed -> !renamed.from().isEmpty())
                .toList();
        for (int i = 0; i < chain.size(); i++) {
            String oldName = chain.get(i).from();
            List<Renamed> since = chain.subList(i, chain.size());
            Optional<Renamed> converting = since.stream()
                    .filter(renamed -> renamed.converter() != RenameConverter.None.class)
                    .findFirst();
            if (converting.isPresent()) {
                converted.put(
                        oldName,
                        type + "." + name + " (rename '" + converting.get().id() + "')");
                continue;
            }
            List<Rename> all = since.stream()
                    .map(renamed -> renames.of(renamed.id(), type + "." + name))
                    .toList();
            if (byOldName.put(oldName, new Renaming(all, name)) == null) {
                byNewName.computeIfAbsent(name, n -> new ArrayList<>()).add(new Former(all.get(0), oldName));
            }
        }
    }

    /**
     * Makes sure that each old name can be taken.
     *
     * @throws RefusedException if what it became has a converter
     */
    void check() {
        converted.keySet().forEach(this::check);
    }

    private void check(String oldName) {
        String attribute = converted.get(oldName);
        if (attribute != null) {
            String owner = type.toClass().getName();
            throw new RefusedException(
                    "What is bound from parameters has a renamed attribute with a converter that would not be asked there: "
                            + attribute + ".",
                    "Take it from a JSON body, or bind both names by hand; or, if no client sends the old name there, list"
                            + " the type in seamless.accept-converters: " + owner + ".");
        }
    }

    /**
     * Returns what the old name became, if it is one.
     *
     * @throws RefusedException if that has a converter
     */
    @Nullable
    Renaming find(String oldName) {
        check(oldName);
        return byOldName.get(oldName);
    }

    /** Returns the name of an attribute that the client is served: the newest of those. */
    String toldTo(ClientView view, String newName) {
        List<Former> former = byNewName.getOrDefault(newName, List.of());
        String name = newName;
        for (int i = former.size() - 1; i >= 0 && !view.servesNew(former.get(i).rename()); i--) {
            name = former.get(i).name();
        }
        return name;
    }

    /** Returns the type of an attribute, or of the elements of one that has several; none if there is no such. */
    ResolvableType typeOf(String attribute) {
        Field field = ReflectionUtils.findField(type.toClass(), attribute);
        ResolvableType found = ResolvableType.NONE;
        if (field != null) {
            found = ResolvableType.forField(field, type);
        } else {
            PropertyDescriptor property = BeanUtils.getPropertyDescriptor(type.toClass(), attribute);
            if (property != null && property.getReadMethod() != null) {
                found = ResolvableType.forMethodReturnType(property.getReadMethod(), type.toClass());
            }
        }
        if (found.isArray()) {
            return found.getComponentType();
        }
        ResolvableType elements = found.asCollection();
        if (elements != ResolvableType.NONE) {
            return elements.getGeneric();
        }
        ResolvableType map = found.asMap();
        return map == ResolvableType.NONE ? found : map.getGeneric(1);
    }
}
