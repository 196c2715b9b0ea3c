package dev.seamless.json;

import tools.jackson.core.JsonParser;

/** Says that the value under one name of a field has no form under the other. */
public final class RenameConversionException extends RenamedFieldException {

    private static final long serialVersionUID = 1;

    private RenameConversionException(JsonParser parser, String message, RenamedAttribute attribute, JsonName former) {
        super(parser, message, attribute, former);
    }

    static RenameConversionException ofOld(JsonParser parser, RenamedAttribute attribute, JsonName former) {
        return new RenameConversionException(
                parser,
                "The value of the field '" + former.text() + "' has no form under its new name '"
                        + attribute.current().text() + "'",
                attribute,
                former);
    }

    static RenameConversionException ofNew(JsonParser parser, RenamedAttribute attribute, JsonName former) {
        return new RenameConversionException(
                parser,
                "The value of the field '" + attribute.current().text() + "' has no form under its old name '"
                        + former.text() + "', which is still in use",
                attribute,
                former);
    }
}
