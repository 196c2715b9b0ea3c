package dev.seamless.json;

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

    private @Nullable Map<Object, Noted> byObject;

    /** Creates the note of one request. */
    public SentNames() {}

    void note(Object object, List<RenamedAttribute> attributes, Received received, ClientView view) {
        for (int i = 0; i < attributes.size(); i++) {
            JsonName used = received.name(attributes.get(i));
            if (used != null) {
                note(object, attributes.get(i), used, view);
            }
        }
    }

    void note(Object object, RenamedAttribute attribute, JsonName used, ClientView view) {
        if (used != attribute.toldTo(view)) {
            put(object, attribute, used);
        }
    }

    // a body may be read on another thread than the one that answers for it
    private synchronized void put(Object object, RenamedAttribute attribute, JsonName used) {
        if (byObject == null) {
            byObject = new IdentityHashMap<>();
        }
        byObject.put(object, new Noted(attribute.current().attribute(), used, byObject.get(object)));
    }

    synchronized @Nullable JsonName of(Object object, RenamedAttribute attribute) {
        Noted noted = byObject == null ? null : byObject.get(object);
        while (noted != null && !noted.attribute().equals(attribute.current().attribute())) {
            noted = noted.earlier();
        }
        return noted == null ? null : noted.name();
    }

    /** The name of one attribute of an object, and those of its others. */
    private record Noted(
            String attribute, JsonName name, @Nullable Noted earlier) {}
}
