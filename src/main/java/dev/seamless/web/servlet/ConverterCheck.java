package dev.seamless.web.servlet;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.json.JsonRename;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Looks for message converters that would write or read a renamed attribute and know nothing of its old name: they would
 * serve a shape that clients do not know, or drop what they send.
 */
public final class ConverterCheck {

    private final List<JsonRename> open;
    private final Set<String> accepted;

    /**
     * Creates a check.
     *
     * @param names the renamed attributes; those whose old name is over in every client are not looked at
     * @param accepted class names of converters that are accepted knowingly
     */
    public ConverterCheck(Collection<JsonRename> names, Collection<String> accepted) {
        this.open = names.stream()
                .filter(name -> name.rename().api() != ApiPhase.NEW)
                .toList();
        this.accepted = Set.copyOf(accepted);
    }

    /**
     * Checks the converters of a server.
     *
     * @throws RefusedException naming the first that would serve the wrong shape
     */
    public void check(Collection<? extends HttpMessageConverter<?>> converters) {
        for (HttpMessageConverter<?> converter : converters) {
            boolean known = converter instanceof RenameJsonConverter
                    || accepted.contains(converter.getClass().getName());
            for (JsonRename name : known ? List.<JsonRename>of() : open) {
                if (converter.canWrite(name.type(), null) || converter.canRead(name.type(), null)) {
                    throw refused(converter, name);
                }
            }
        }
    }

    private static RefusedException refused(HttpMessageConverter<?> converter, JsonRename name) {
        String type = converter.getClass().getName();
        return new RefusedException(
                "The message converter " + type + " " + converter.getSupportedMediaTypes() + " would write and read "
                        + name.type().getName() + " without the old name '" + name.oldName() + "' of '"
                        + name.newName() + "' (rename '" + name.rename().id() + "').",
                "Remove it from the message converters; or, if no client of an old shape uses it, list it in "
                        + "seamless.accept-converters: " + type + ".");
    }
}
