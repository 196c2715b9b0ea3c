package dev.seamless.gate;

/** What a client is served whose version is missing, malformed, or of a platform that is not configured. */
public enum UnknownClients {

    /** Both names, while the phase is {@code both}. */
    BOTH,

    /** The old name alone, while the phase is {@code both}: most clients without a version were shipped before the gate. */
    OLD,

    /** The gate's answer to clients that are too old. */
    REJECT
}
