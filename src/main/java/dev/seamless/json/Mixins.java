package dev.seamless.json;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.MixInHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The classes that a mapper has mixins for. Jackson answers which mixin a class has, and not which classes a mixin is for: a
 * declaration on one is otherwise not known to concern any type before that type is first written.
 */
final class Mixins {

    private final Map<?, ?> byTarget;
    private final @Nullable ClassLoader classLoader;

    Mixins(JsonMapper mapper, @Nullable ClassLoader classLoader) {
        this.byTarget = byTarget(mapper.rebuild().mixInHandler());
        this.classLoader = classLoader;
    }

    private static Map<?, ?> byTarget(MixInHandler handler) {
        try {
            Field local = MixInHandler.class.getDeclaredField("_localMixIns");
            local.setAccessible(true);
            return local.get(handler) instanceof Map<?, ?> known ? known : Map.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Jackson keeps its mixins elsewhere", e);
        }
    }

    /** Returns the classes that the given one is a mixin for; the class itself where it is none. */
    List<Class<?>> targets(Class<?> type) {
        List<Class<?>> targets = new ArrayList<>();
        byTarget.forEach((target, mixin) -> {
            if (mixin == type) {
                targets.add(load(target.toString()));
            }
        });
        return targets.isEmpty() ? List.of(type) : targets;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class " + name + " has a mixin, and is not there", e);
        }
    }
}
