package dev.seamless.ledger;

/** What came of one turn of a worker at a pass. */
public enum Turn {

    /** It did something: a window, or it cut a range. */
    WORKED,

    /** Others work on all that is left. */
    BUSY,

    /** Nothing is left to do. */
    WHOLE,

    /** The pass does not run any more: it was stopped, or has ended. */
    STOPPED
}
