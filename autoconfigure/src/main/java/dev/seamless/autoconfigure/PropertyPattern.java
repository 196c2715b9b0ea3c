package dev.seamless.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * A property that exists, such as {@code seamless.renames.*.schema}, read off the records that are bound.
 *
 * @param elements the elements of its name; {@code *} stands for the key of a map
 * @param list whether an index may follow
 */
record PropertyPattern(List<String> elements, boolean list) {

    private static final String ANY = "*";

    /** The properties of a record, and of the records in it. */
    static List<PropertyPattern> of(String prefix, Class<? extends Record> properties) {
        return of(List.of(prefix), properties);
    }

    private static List<PropertyPattern> of(List<String> prefix, Class<?> type) {
        List<PropertyPattern> patterns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> name = plus(prefix, DataObjectPropertyName.toDashedForm(component.getName()));
            Class<?> value = component.getType();
            if (Map.class.isAssignableFrom(value)) {
                Type mapValue = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
                value = mapValue instanceof Class<?> valueType ? valueType : Object.class;
                name = plus(name, ANY);
            }
            if (value.isRecord()) {
                patterns.addAll(of(name, value));
            } else {
                patterns.add(new PropertyPattern(name, Collection.class.isAssignableFrom(value)));
            }
        }
        return patterns;
    }

    private static List<String> plus(List<String> names, String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return all;
    }

    /** Whether it belongs to each entry of the given map. */
    boolean isIn(String map) {
        return elements.contains(map);
    }

    /** The property's name with the given key for that of the map. */
    String withKey(String key) {
        return elements.stream().map(each -> each.equals(ANY) ? key : each).collect(Collectors.joining("."));
    }

    /**
     * Matches a name as a file gives it, element by element.
     *
     * @return the key of the map, or the empty text where the name has none; empty if another
     *     property is named
     */
    Optional<String> match(ConfigurationPropertyName name) {
        int given = name.getNumberOfElements();
        boolean indexed = list && given == elements.size() + 1 && name.isLastElementIndexed();
        if (given != elements.size() && !indexed) {
            return Optional.empty();
        }
        String key = "";
        for (int i = 0; i < elements.size(); i++) {
            String element = name.getElement(i, Form.ORIGINAL);
            if (elements.get(i).equals(ANY)) {
                key = element;
            } else if (!Spelling.uniform(element).equals(Spelling.uniform(elements.get(i)))) {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** Matches a name as an environment variable gives it: its underscores may stand for dots, for dashes, or for nothing. */
    Optional<String> matchVariable(ConfigurationPropertyName name) {
        String pattern = elements.stream()
                .map(each -> each.equals(ANY) ? "(.+)" : Spelling.uniform(each))
                .collect(Collectors.joining());
        Matcher matcher = Pattern.compile(pattern + (list ? "[0-9]*" : "")).matcher(Spelling.uniform(name.toString()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
    }
}
