package dev.seamless.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The field and the getter of an attribute, wherever in a class hierarchy they are. */
final class AttributeElements {

    private AttributeElements() {}

    static List<AnnotatedElement> of(@Nullable Class<?> owner, String attribute) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            List<AnnotatedElement> declared = Stream.concat(Stream.of(type.getDeclaredFields()), getters(type))
                    .filter(member -> names(member, attribute))
                    .map(AnnotatedElement.class::cast)
                    .toList();
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return List.of();
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
