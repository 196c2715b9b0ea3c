package dev.seamless.ledger;

/** What happens to a start that breaks a rule of the protocol. */
public enum Guard {

    /** It fails, and says what to do first. */
    ENFORCE,

    /** It is logged, and goes on. */
    WARN,

    /** It goes on. */
    OFF
}
