package dev.seamless.backfill;

/** Why a pass pauses. */
public enum Pause {

    /** The ledger has known the pair for less than two expiries of its fleet. */
    YOUNG_RECORD("not every instance has looked for the pair yet"),

    /** Somebody lives who would keep the pass from making its column current, and may leave or expire. */
    SPOILERS("somebody who does not write the column is live"),

    /** A verification waits for transactions that are older. */
    OLDER_TRANSACTIONS("older transactions have not ended yet"),

    /** A replica is behind. */
    REPLICA_LAG("a replica is behind"),

    /** The database takes long to commit. */
    SLOW_COMMIT("the database takes long to commit"),

    /** Others are at work on the database, and the pass leaves them most of the time. */
    OTHERS_AT_WORK("others are at work"),

    /** Others hold locks on its rows. */
    LOCK_WAIT("others hold locks on its rows");

    private final String sentence;

    Pause(String sentence) {
        this.sentence = sentence;
    }

    /** The reason, as it follows "paused:". */
    public String sentence() {
        return sentence;
    }
}
