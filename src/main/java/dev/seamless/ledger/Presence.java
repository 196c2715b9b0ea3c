package dev.seamless.ledger;

/** How an instance stands to the fleet of its database. */
public enum Presence {

    /** It has not entered: it has not started yet, or has left. It enters before it uses a connection. */
    OUTSIDE,

    /** It may read and write; no pair is open that it would have to be counted for. */
    UNCOUNTED,

    /** It may read and write, and is counted as live. */
    MEMBER,

    /** Others have made it gone; it refuses reads and writes until it has entered again. */
    GONE
}
