package dev.seamless.command;

import dev.seamless.RefusedException;

/** Says that a command was asked for in a way that nobody could answer. */
public class MisuseException extends RefusedException {

    private static final long serialVersionUID = 1;

    /**
     * Creates it.
     *
     * @param description what cannot be answered
     * @param action what to ask for instead
     */
    public MisuseException(String description, String action) {
        super(description, action);
    }
}
