package dev.seamless.web;

import dev.seamless.RefusedException;
import dev.seamless.json.JsonRename;
import java.util.Collection;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/**
 * Looks for controllers that take JSON Patch (RFC 6902). Its paths are names inside of a text: a {@code /bio} would be
 * applied to a document that has {@code description} only, and what it says be lost or refused.
 */
public final class JsonPatchCheck {

    private static final String JSON_PATCH = "application/json-patch+json";

    private final OpenNames names;

    /** Creates a check. */
    public JsonPatchCheck(OpenNames names) {
        this.names = names;
    }

    /**
     * Checks one method.
     *
     * @param consumes the media types that it is mapped to by name
     * @throws RefusedException if it takes JSON Patch while a rename is open
     */
    public void check(HandlerMethod method, Collection<MediaType> consumes) {
        String controller = method.getBeanType().getName();
        boolean takesPatches =
                consumes.stream().anyMatch(type -> (type.getType() + "/" + type.getSubtype()).equals(JSON_PATCH));
        for (JsonRename name : names.unless(controller)) {
            if (takesPatches) {
                throw new RefusedException(
                        controller + "." + method.getMethod().getName() + " takes " + JSON_PATCH
                                + ", whose paths would not find the old name '" + name.oldName() + "' of "
                                + name.type().getName() + "." + name.newName() + " (rename '"
                                + name.rename().id() + "').",
                        "Take a merge patch (application/merge-patch+json) through RequestJson or ExchangeJson, which know"
                                + " both names; or, if no patch concerns a renamed attribute, list the controller in"
                                + " seamless.accept-converters: " + controller + ".");
            }
        }
    }
}
