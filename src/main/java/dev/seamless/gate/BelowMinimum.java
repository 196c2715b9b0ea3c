package dev.seamless.gate;

/** What a known client below the floor gets. */
public enum BelowMinimum {

    /** The gate's answer, before its request is read. */
    REJECT,

    /** Its answer as ever; the headers tell it what it should be. */
    INFORM
}
