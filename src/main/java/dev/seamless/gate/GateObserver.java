package dev.seamless.gate;

import dev.seamless.Rename;
import org.jspecify.annotations.Nullable;

/** Is told of what clients do, for meters and for the verdict. Called on the request's thread: it must not block. */
public interface GateObserver {

    /** Notes a decision of the gate; none is made where no platform is configured. */
    default void decided(Admission admission) {}

    /**
     * Notes that the old name of a rename was read from a request, also one that is refused for it.
     *
     * @param client the client, or {@code null} for an unknown one
     */
    default void usedOldName(@Nullable ClientVersion client, Rename rename) {}
}
