package dev.seamless.protocol;

import dev.seamless.SchemaPhase;
import java.util.Locale;

/** Which column a pass brings up to the other. */
public enum Direction {

    /** Brings the new column up to the old one. */
    FORWARD(SchemaPhase.OLD, SchemaPhase.NEW),

    /** Brings the old column up to the new one. */
    REVERSE(SchemaPhase.NEW, SchemaPhase.OLD);

    private final SchemaPhase spoiledBy;
    private final SchemaPhase stoppedBy;

    Direction(SchemaPhase spoiledBy, SchemaPhase stoppedBy) {
        this.spoiledBy = spoiledBy;
        this.stoppedBy = stoppedBy;
    }

    /** The phase whose instances do not write the column that the pass fills: if one lives, the pass proves nothing. */
    public SchemaPhase spoiledBy() {
        return spoiledBy;
    }

    /** The phase whose instances do not write the column that the pass reads: before one starts, the pass is stopped. */
    public SchemaPhase stoppedBy() {
        return stoppedBy;
    }

    /** The name in lower case, as messages and the ledger write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
