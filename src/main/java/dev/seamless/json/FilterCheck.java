package dev.seamless.json;

import dev.seamless.RefusedException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.util.NameTransformer;

/**
 * Finds a filter that still hides a renamed attribute by a former name. Filters are asked by the current one, so that such a
 * filter would let the attribute through, under both names. It is told from one that lets little through by a name that
 * nothing has.
 */
final class FilterCheck {

    private static final String NOBODYS_NAME = FilterCheck.class.getName();

    private final List<RenamedAttribute> attributes;
    private final NameTransformer transformer;

    /**
     * Creates the check.
     *
     * @param transformer of the names where the objects are unwrapped
     */
    FilterCheck(List<RenamedAttribute> attributes, NameTransformer transformer) {
        this.attributes = attributes;
        this.transformer = transformer;
    }

    FilterCheck under(NameTransformer outer) {
        return new FilterCheck(attributes, outer);
    }

    /**
     * Returns the filter, which is asked once in a call to Jackson.
     *
     * @param object what is to be written; null for a schema, which holds no values
     * @throws RefusedException if the filter hides an attribute by a former name only
     */
    @Nullable
    PropertyFilter passed(
            @Nullable PropertyFilter filter,
            SerializationContext context,
            @Nullable Object object,
            BeanPropertyWriter... writers) {
        if (filter != null && object != null && context.getAttribute(this) != filter) {
            questions(filter, context, object, writers).forEach(this::refuseHiding);
            context.setAttribute(this, filter);
        }
        return filter;
    }

    /**
     * Checks a filter that is configured: a client cannot have chosen its names.
     *
     * @throws RefusedException if the filter hides an attribute by a former name only, or lets it through by one
     */
    void refuseFormerNames(
            SimpleBeanPropertyFilter filter, SerializationContext context, BeanPropertyWriter... writers) {
        boolean decidesByName = filter instanceof SimpleBeanPropertyFilter.SerializeExceptFilter
                || filter instanceof SimpleBeanPropertyFilter.FilterExceptFilter;
        if (decidesByName) {
            Map<RenamedAttribute, FilterQuestion> questions = questions(filter, context, null, writers);
            questions.forEach(this::refuseHiding);
            questions.forEach(this::refuseShowing);
        }
    }

    private Map<RenamedAttribute, FilterQuestion> questions(
            PropertyFilter filter,
            SerializationContext context,
            @Nullable Object object,
            BeanPropertyWriter... writers) {
        Map<RenamedAttribute, FilterQuestion> questions = new LinkedHashMap<>();
        for (RenamedAttribute attribute : attributes) {
            Arrays.stream(writers)
                    .filter(writer -> writer.getName().equals(name(attribute.current())))
                    .findFirst()
                    .ifPresent(writer -> questions.put(attribute, new FilterQuestion(filter, context, object, writer)));
        }
        return questions;
    }

    private void refuseHiding(RenamedAttribute attribute, FilterQuestion question) {
        if (question.lets(name(attribute.current())) && question.lets(NOBODYS_NAME)) {
            for (JsonName former : attribute.former()) {
                if (question.hides(name(former))) {
                    throw refused("hides", attribute, former, "let the attribute through");
                }
            }
        }
    }

    private void refuseShowing(RenamedAttribute attribute, FilterQuestion question) {
        if (question.hides(name(attribute.current())) && question.hides(NOBODYS_NAME)) {
            for (JsonName former : attribute.former()) {
                if (question.lets(name(former))) {
                    throw refused("lets through", attribute, former, "leave the attribute out");
                }
            }
        }
    }

    private String name(JsonName name) {
        return transformer.transform(name.text());
    }

    private static RefusedException refused(String verb, RenamedAttribute attribute, JsonName former, String would) {
        return new RefusedException(
                "A filter of " + attribute.type().getName() + " " + verb + " '" + former.text()
                        + "', which is the old name of " + attribute + " (rename '"
                        + former.rename().id() + "'): it is asked by the new name, '"
                        + attribute.current().text() + "', and would " + would + ".",
                "Name the new one in the filter; that covers the old one.");
    }
}
