package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.impl.NullsConstantProvider;

/** {@code @JsonSetter(nulls = SKIP)}: a null under either name is as if the name were absent. */
final class NullHandling {

    private NullHandling() {}

    static boolean skips(SettableBeanProperty property, @Nullable Object value) {
        return value == null && NullsConstantProvider.isSkipper(property.getNullValueProvider());
    }
}
