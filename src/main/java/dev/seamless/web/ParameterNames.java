package dev.seamless.web;

import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.web.FormerNames.Renaming;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/**
 * The two names of the parameters of a request: of {@code @RequestParam}, and of the attributes of objects that are bound
 * from a query or a form. Which names a method takes is known from its signature alone; other methods see no difference.
 */
public final class ParameterNames {

    private final Renames renames;
    private final ParameterBinding binding;
    private final Map<Handler, HandlerNames> byHandler = new ConcurrentHashMap<>();
    private final Map<Class<?>, HandlerNames> byType = new ConcurrentHashMap<>();

    /** A handler method without its bean, of which some scopes have one for each request. */
    private record Handler(Class<?> type, Method method) {}

    /** Creates the names, for parameters that are bound as Spring does it without the application's doing. */
    public ParameterNames(Renames renames) {
        this(renames, ParameterBinding.PLAIN);
    }

    /** Creates the names. */
    public ParameterNames(Renames renames, ParameterBinding binding) {
        this.renames = renames;
        this.binding = binding;
    }

    /** Whether there is no rename: then no parameter had another name. */
    public boolean isEmpty() {
        return renames.isEmpty();
    }

    /** Whether the method may take a parameter that had another name. */
    public boolean concerns(HandlerMethod handler) {
        return !renames.isEmpty() && !names(handler).isEmpty();
    }

    /** Looks at what the method may take, which is else done when a parameter comes. */
    void inspect(HandlerMethod handler) {
        if (!renames.isEmpty()) {
            names(handler).inspect();
        }
    }

    /**
     * Returns the parameters with what came under an old name under the new one too.
     *
     * @param <V> what a parameter has as its values; two of them are the same if they are equal
     * @throws RenamedParameterException if a name is retired, or both names differ and nothing tells which one is meant
     */
    public <V> Map<String, List<V>> complete(HandlerMethod handler, Map<String, List<V>> parameters, ClientView view) {
        HandlerNames names = names(handler);
        Map<String, List<V>> all = new LinkedHashMap<>(parameters);
        parameters.forEach((name, values) -> {
            Renaming renaming = names.find(name);
            if (renaming != null) {
                put(all, name, values, renaming, view);
            }
        });
        return all;
    }

    /**
     * Returns the path to an attribute as the type has it now, for one that a client may have written with an old name:
     * what to sort by, for one.
     *
     * @param used is told of each rename whose old name is in the path, also of one that is refused
     * @throws RenamedParameterException if the old name is retired
     */
    public String current(Class<?> type, String path, Consumer<Rename> used) {
        Renaming renaming = renames.isEmpty()
                ? null
                : byType.computeIfAbsent(type, t -> new HandlerNames(ResolvableType.forClass(t), renames))
                        .find(path);
        if (renaming == null) {
            return path;
        }
        renaming.renames().forEach(used);
        if (!renaming.acceptsOld()) {
            throw RenamedParameterException.retired(path, renaming.newName());
        }
        return renaming.newName();
    }

    /**
     * Returns a parameter, or the path to an attribute that is bound, as the caller named it; or, where it did not, by the
     * name that it is served.
     *
     * @param sent the names of the parameters that came
     */
    public String asSent(HandlerMethod handler, String current, Set<String> sent, ClientView view) {
        if (renames.isEmpty() || sent.contains(current)) {
            return current;
        }
        HandlerNames names = names(handler);
        for (String name : sent) {
            Renaming renaming = names.find(name);
            if (renaming != null && renaming.newName().equals(current)) {
                return name;
            }
        }
        return names.toldTo(view, current);
    }

    private static <V> void put(
            Map<String, List<V>> all, String oldName, List<V> values, Renaming renaming, ClientView view) {
        renaming.renames().forEach(view::usesOldName);
        if (!renaming.acceptsOld()) {
            throw RenamedParameterException.retired(oldName, renaming.newName());
        }
        List<V> current = all.get(renaming.newName());
        if (current != null && !current.equals(values) && !renaming.all(view::prefersOneName)) {
            throw RenamedParameterException.conflict(oldName, renaming.newName());
        }
        if (current == null || !renaming.all(view::servesNew)) {
            all.put(renaming.newName(), values);
        }
    }

    private HandlerNames names(HandlerMethod handler) {
        return byHandler.computeIfAbsent(
                new Handler(handler.getBeanType(), handler.getMethod()),
                h -> new HandlerNames(handler, renames, binding));
    }
}
