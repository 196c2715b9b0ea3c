package dev.seamless.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says that what a body says about a renamed field cannot be taken. Spring answers it as any unreadable body, with 400.
 * Carries the names, which are the application's own, and never a value, which is the client's.
 */
public abstract class RenamedFieldException extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    private final String renameId;
    private final String oldName;
    private final String newName;

    RenamedFieldException(JsonParser parser, String message, RenamedAttribute attribute, JsonName former) {
        super(parser, message, attribute.type());
        this.renameId = former.rename().id();
        this.oldName = former.text();
        this.newName = attribute.current().text();
    }

    /** The id of the rename. */
    public String renameId() {
        return renameId;
    }

    /** The old name of the field. */
    public String oldName() {
        return oldName;
    }

    /** The new name of the field. */
    public String newName() {
        return newName;
    }
}
