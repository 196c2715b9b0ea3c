package dev.seamless.json;

import tools.jackson.core.JsonParser;

/** Says that the value under the old name of a field has no form under its new name. */
public final class RenameConversionException extends RenamedFieldException {

    private static final long serialVersionUID = 1;

    RenameConversionException(JsonParser parser, RenamedAttribute attribute, JsonName former) {
        super(
                parser,
                "The value of the field '" + former.text() + "' has no form under its new name '"
                        + attribute.current().text() + "'",
                attribute,
                former);
    }
}
