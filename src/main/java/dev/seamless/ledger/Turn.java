package dev.seamless.ledger;

/** What came of one turn of a worker at a pass. */
public enum Turn {

    /** A window. */
    WORKED,

    /** A range was cut from what is left of the table. */
    CUT,

    /** Others work on all that is left. */
    BUSY,

    /** Nothing is left to do. */
    WHOLE,

    /** The pass does not run any more: it was stopped, or has ended. */
    STOPPED
}
