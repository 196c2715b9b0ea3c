package dev.seamless.json;

import tools.jackson.core.JsonParser;

/** Says that a body carries a name which is no longer accepted. To ignore it would lose the value that it carries. */
public final class RetiredNameException extends RenamedFieldException {

    private static final long serialVersionUID = 1;

    RetiredNameException(JsonParser parser, RenamedAttribute attribute, JsonName former) {
        super(
                parser,
                "The field '" + former.text() + "' is now called '"
                        + attribute.current().text() + "'",
                attribute,
                former);
    }
}
