package dev.seamless.web.servlet;

import dev.seamless.RefusedException;
import dev.seamless.json.JsonRename;
import dev.seamless.web.OpenNames;
import java.util.Collection;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Looks for message converters that would write or read a renamed attribute and know nothing of its old name: they would
 * serve a shape that clients do not know, or drop what they send.
 */
public final class ConverterCheck {

    private final OpenNames names;
    private final Collection<Class<?>> containers;

    /**
     * Creates a check.
     *
     * @param containers types in which a renamed attribute may be carried, and for which there may be converters of their
     *     own: {@code RepresentationModel} of Spring HATEOAS
     */
    public ConverterCheck(OpenNames names, Collection<Class<?>> containers) {
        this.names = names;
        this.containers = containers;
    }

    /**
     * Checks the converters of a server.
     *
     * @throws RefusedException naming the first that would serve the wrong shape
     */
    public void check(Collection<? extends HttpMessageConverter<?>> converters) {
        for (HttpMessageConverter<?> converter : converters) {
            if (!(converter instanceof RenameJsonConverter)) {
                for (JsonRename name : names.unless(converter.getClass().getName())) {
                    check(converter, name);
                }
            }
        }
    }

    private void check(HttpMessageConverter<?> converter, JsonRename name) {
        if (carries(converter, name.type()) || containers.stream().anyMatch(type -> carries(converter, type))) {
            String type = converter.getClass().getName();
            throw new RefusedException(
                    "The message converter " + type + " " + converter.getSupportedMediaTypes()
                            + " would write and read " + name.type().getName() + " without the old name '"
                            + name.oldName() + "' of '" + name.newName() + "' (rename '"
                            + name.rename().id() + "').",
                    "Remove it from the message converters, or put it into a "
                            + RenameJsonConverter.class.getName()
                            + " if it is Spring's own for JSON; or, if no client of an old shape uses it, list it in "
                            + "seamless.accept-converters: " + type + ".");
        }
    }

    private static boolean carries(HttpMessageConverter<?> converter, Class<?> type) {
        return converter.canWrite(type, null) || converter.canRead(type, null);
    }
}
