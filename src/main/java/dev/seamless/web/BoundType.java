package dev.seamless.web;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.web.FormerNames.Renaming;
import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** A type that Spring binds from parameters, by setters or by a constructor: the old names of its attributes. */
final class BoundType {

    private final ResolvableType type;
    private final FormerNames names = new FormerNames();
    private final Map<String, String> converted = new HashMap<>();

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
            names.add(oldName, all, name);
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
        return names.find(oldName);
    }

    /** Returns the name of an attribute that the client is served: the newest of those. */
    String toldTo(ClientView view, String newName) {
        return names.toldTo(view, newName);
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
