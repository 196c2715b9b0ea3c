package dev.seamless.backfill;

/** Says that the converter of a rename has no form for a value; the value itself is not told. */
final class Inconvertible extends RuntimeException {

    private static final long serialVersionUID = 1;

    Inconvertible(RuntimeException cause) {
        super(cause.getClass().getSimpleName());
    }
}
