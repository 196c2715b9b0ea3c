package dev.seamless.protocol;

/**
 * A pass under way over the rows of a table.
 *
 * @param direction which column it brings up to the other
 * @param unspoiled whether nobody lived, at any time since it began, in the phase that spoils it; only then does its end
 *     make a fact true
 */
public record Pass(Direction direction, boolean unspoiled) {

    @Override
    public String toString() {
        return direction + (unspoiled ? "" : ", spoiled");
    }
}
