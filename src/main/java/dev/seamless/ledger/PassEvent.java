package dev.seamless.ledger;

import dev.seamless.protocol.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the history says of passes. */
enum PassEvent {
    BEGAN,
    ENDED,
    STOPPED;

    /** As it stands in the history. */
    String of(Direction direction) {
        return name().toLowerCase(Locale.ROOT) + " " + direction + " pass";
    }

    /** All by which a pass comes to its end. */
    static List<String> ends() {
        return Arrays.stream(Direction.values())
                .<String>mapMulti((direction, events) -> {
                    events.accept(ENDED.of(direction));
                    events.accept(STOPPED.of(direction));
                })
                .toList();
    }
}
