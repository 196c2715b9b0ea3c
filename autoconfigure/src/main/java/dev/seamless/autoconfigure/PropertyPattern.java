package dev.seamless.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The property's name with the given keys for those of its maps; where there are too few, a placeholder. */
    String withKeys(List<String> keys) {
        Iterator<String> next = keys.iterator();
        return elements.stream()
                .map(each -> each.equals(ANY) ? (next.hasNext() ? next.next() : "<name>") : each)
                .collect(Collectors.joining("."));
    }

    /** The elements of a name at the places where this one has the key of a map. */
    List<String> keysOf(ConfigurationPropertyName name) {
        return IntStream.range(0, Math.min(elements.size(), name.getNumberOfElements()))
                .filter(i -> elements.get(i).equals(ANY))
                .mapToObj(i -> name.getElement(i, Form.ORIGINAL))
                .toList();
    }

    /**
     * Matches a name as a file gives it, element by element.
     *
     * @return the keys of its maps; empty if another property is named
     */
    Optional<List<String>> match(ConfigurationPropertyName name) {
        int given = name.getNumberOfElements();
        boolean indexed = list && given == elements.size() + 1 && name.isLastElementIndexed();
        boolean matches = (given == elements.size() || indexed) && agrees(name, elements.size());
        return matches ? Optional.of(keysOf(name)) : Optional.empty();
    }

    /** Whether the property lies below the given group, which may stand in a file with nothing in it. */
    boolean isBelow(ConfigurationPropertyName group) {
        int given = group.getNumberOfElements();
        return given < elements.size() && agrees(group, given);
    }

    private boolean agrees(ConfigurationPropertyName name, int count) {
        return IntStream.range(0, count)
                .allMatch(i -> elements.get(i).equals(ANY)
                        || Spelling.uniform(name.getElement(i, Form.ORIGINAL))
                                .equals(Spelling.uniform(elements.get(i))));
    }

    /** Matches a name as an environment variable gives it: its underscores may stand for dots, for dashes, or for nothing. */
    Optional<List<String>> matchVariable(ConfigurationPropertyName name) {
        String pattern = elements.stream()
                .map(each -> each.equals(ANY) ? "(.+)" : Spelling.uniform(each))
                .collect(Collectors.joining());
        Matcher matcher = Pattern.compile(pattern + (list ? "[0-9]*" : "")).matcher(Spelling.uniform(name.toString()));
        return matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList())
                : Optional.empty();
    }
}
