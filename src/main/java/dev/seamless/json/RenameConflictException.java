package dev.seamless.json;

import tools.jackson.core.JsonParser;

/** Says that a body carries both names of a renamed field with different values, and nothing tells which one is meant. */
public final class RenameConflictException extends RenamedFieldException {

    private static final long serialVersionUID = 1;

    RenameConflictException(JsonParser parser, RenamedAttribute attribute, JsonName former) {
        super(
                parser,
                "The fields '" + former.text() + "' and '" + attribute.current().text()
                        + "' are two names of one field, and differ",
                attribute,
                former);
    }
}
