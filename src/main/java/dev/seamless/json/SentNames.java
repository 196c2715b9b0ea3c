package dev.seamless.json;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which names one client used in what it sent, for answers in its own words. An object is known by its identity, so that two
 * elements of one list may have come under different names. Notes only what differs from what {@link RenamedAttribute#toldTo}
 * would guess: a request in the expected words costs nothing.
 */
public final class SentNames {

    private @Nullable Map<Object, Map<String, JsonName>> byObject;

    /** Creates the note of one request. */
    public SentNames() {}

    void note(Object object, List<RenamedAttribute> attributes, Received received, ClientView view) {
        for (int i = 0; i < attributes.size(); i++) {
            JsonName used = received.name(attributes.get(i));
            if (used != null && used != attributes.get(i).toldTo(view)) {
                put(object, attributes.get(i), used);
            }
        }
    }

    // a body may be read on another thread than the one that answers for it
    private synchronized void put(Object object, RenamedAttribute attribute, JsonName used) {
        if (byObject == null) {
            byObject = new IdentityHashMap<>();
        }
        byObject.computeIfAbsent(object, o -> new HashMap<>())
                .put(attribute.current().attribute(), used);
    }

    synchronized @Nullable JsonName of(Object object, RenamedAttribute attribute) {
        Map<String, JsonName> names = byObject == null ? null : byObject.get(object);
        return names == null ? null : names.get(attribute.current().attribute());
    }
}
