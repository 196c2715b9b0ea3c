package dev.seamless.protocol;

/** Which of the two columns of a pair the table has. */
public enum Columns {

    /** The old one only: before expand, or after withdraw. */
    OLD_ONLY,

    /** Both. */
    BOTH,

    /** The new one only: after contract, or in a database that never had the old one. */
    NEW_ONLY;

    /**
     * Returns what a table has.
     *
     * @throws IllegalArgumentException if it has neither column
     */
    public static Columns of(boolean hasOld, boolean hasNew) {
        if (!hasOld && !hasNew) {
            throw new IllegalArgumentException("a table with neither column of the pair");
        }
        return hasOld ? (hasNew ? BOTH : OLD_ONLY) : NEW_ONLY;
    }
}
