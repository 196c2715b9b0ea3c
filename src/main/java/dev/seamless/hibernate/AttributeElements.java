package dev.seamless.hibernate;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The field and the getter of an attribute, wherever in a class hierarchy they are. */
final class AttributeElements {

    private AttributeElements() {}

    /** Returns them nearest first: a subclass may override the getter of a mapped superclass without its annotations. */
    static List<AnnotatedElement> of(@Nullable Class<?> owner, String attribute) {
        List<AnnotatedElement> elements = new ArrayList<>();
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Stream.concat(Stream.of(type.getDeclaredFields()), getters(type))
                    .filter(member -> names(member, attribute))
                    .map(AnnotatedElement.class::cast)
                    .forEach(elements::add);
        }
        return elements;
    }

    /** Returns the annotations of the nearest class that has any. */
    static <A extends Annotation> List<A> annotations(List<AnnotatedElement> elements, Class<A> type) {
        Class<?> nearest = null;
        List<A> annotations = new ArrayList<>();
        for (AnnotatedElement element : elements) {
            Class<?> owner = ((Member) element).getDeclaringClass();
            if (nearest == null || nearest == owner) {
                List<A> found = List.of(element.getAnnotationsByType(type));
                nearest = found.isEmpty() ? nearest : owner;
                found.stream()
                        .filter(annotation -> !annotations.contains(annotation))
                        .forEach(annotations::add);
            }
        }
        return annotations;
    }

    private static Stream<Method> getters(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).filter(method -> method.getParameterCount() == 0);
    }

    private static boolean names(Member member, String attribute) {
        String name = member.getName();
        String bean = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
        return name.equals(attribute) || name.equals("get" + bean) || name.equals("is" + bean);
    }
}
