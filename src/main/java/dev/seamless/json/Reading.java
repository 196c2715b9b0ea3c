package dev.seamless.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;

/**
 * The state of one call to Jackson: what the object that is being read has said so far. It is created by the call and dies
 * with it, so that neither a reader that is used by many threads nor a thread that serves many clients can mix them up.
 */
final class Reading {

    private @Nullable Received current;

    private Reading() {}

    /** Returns the state of the call at hand; null where no object of the call has any so far. */
    static @Nullable Reading at(DeserializationContext context) {
        return (Reading) context.getAttribute(ViewAttributes.READING);
    }

    /** Returns the state of the call at hand. */
    static Reading of(DeserializationContext context) {
        Reading reading = at(context);
        if (reading == null) {
            reading = new Reading();
            context.setAttribute(ViewAttributes.READING, reading);
        }
        return reading;
    }

    /** Returns what the object at hand has said so far; null outside of any object with renamed attributes. */
    static @Nullable Received received(DeserializationContext context) {
        Reading reading = at(context);
        return reading == null ? null : reading.current;
    }

    /** Begins an object, of which nothing is kept where null is given, and returns what the outer one has said so far, for {@link #end}. */
    @Nullable
    Received begin(@Nullable Received object) {
        Received outer = current;
        current = object;
        return outer;
    }

    void end(@Nullable Received outer) {
        current = outer;
    }
}
